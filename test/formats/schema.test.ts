import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv } from "ajv"
import fc from "fast-check"
import { createGenerator } from "ts-json-schema-generator"
import { expect, test } from "vitest"
import { ROOT } from "../../train/corpora.ts"
import { anyReading, gateStory } from "./given.ts"

/** Published with the package, as `hearsay/reading.schema.json`. */
const FILE = join(ROOT, "schema/reading.schema.json")

/** The types are the source; the schema says the same to those who do not write TypeScript. */
function generated(): string {
  const options = {
    path: join(ROOT, "src/core/data.ts"),
    tsconfig: join(ROOT, "src/core/tsconfig.json"),
    type: "Reading",
    skipTypeCheck: true,
    topRef: false,
  }
  const schema = { ...createGenerator(options).createSchema("Reading"), title: "A reading of Hearsay" }
  return `${JSON.stringify(schema, null, 2)}\n`
}

test("the published schema is that of the types; UPDATE=1 writes it anew", () => {
  if (process.env.UPDATE) writeFileSync(FILE, generated())
  expect(existsSync(FILE) && readFileSync(FILE, "utf8")).toBe(generated())
})

const validate = () => new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(FILE, "utf8")))

test("any reading fits it", () => {
  const fits = validate()
  fc.assert(
    fc.property(anyReading, reading => void expect(fits(reading) || fits.errors).toBe(true)),
    { numRuns: 100 },
  )
})

test("what is no reading does not", () => {
  const fits = validate()
  const { article, ...rest } = gateStory()
  const [first, ...others] = rest.statements
  for (const broken of [
    rest,
    { article, ...rest, extra: 1 },
    { article: { ...article, text: 7 }, ...rest },
    { article, ...rest, statements: [{ ...first, stance: "doubts" }, ...others] },
  ])
    expect(fits(broken)).toBe(false)
})
