import { spawnSync } from "node:child_process"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv } from "ajv"
import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects, parquetSchema } from "hyparquet"
import jsonld from "jsonld"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openAt } from "../../measure/ledgers.ts"
import { EXPORTS, TABLES, tablesInWords } from "../../src/export/index.ts"
import { article, claim, claims, type Evidence, everyArticle, extent, judgements } from "../../src/ledger/index.ts"
import { ROOT } from "../../train/corpora.ts"
import { dump, type Fresh, STORES } from "../ledger/given.ts"
import { documentLoader, PROV_CLASSES, PROV_PROPERTIES } from "./contexts.ts"
import { bytesOf, recordStory, textOf } from "./given.ts"
import { ANNOTATIONS, SCHEMA_ORG } from "./shapes.ts"

const OPTIONS = { safe: true, documentLoader }
type Node = Readonly<Record<string, unknown>>

describe.each(STORES)("an export of the ledger on %s", (store, fresh) => {
  let at: Fresh
  beforeAll(async () => {
    at = await fresh()
    await recordStory(at.ledger)
  }, 180_000)
  afterAll(() => at.drop())
  const linked = async (format: string) => JSON.parse(await textOf(at.ledger, format)) as { readonly "@graph": readonly Node[] }
  const everyStatement = async () => {
    const found: Evidence[] = []
    for await (const { evidence } of everyArticle(at.ledger.db)) found.push(...evidence)
    return found
  }

  test("as JSON lines, added from standard input, makes the identical ledger", async () => {
    const lines = await textOf(at.ledger, "jsonl")
    const other = await fresh()
    const { place } = other.store
    if (store === "embedded") await other.store.close()
    const added = spawnSync(process.execPath, [join(ROOT, "dist/src/cli/main.js"), "add", "--ledger", place, "-"], {
      input: lines,
      encoding: "utf8",
    })
    expect(added.stderr).toBe("")
    const { ledger, store: opened } = await openAt(place)
    expect(await dump(ledger.db)).toEqual(await dump(at.ledger.db))
    expect(await textOf(ledger, "jsonl")).toBe(lines)
    for (const { id } of (await claims(ledger.db, { contested: true })).items)
      expect(await claim(ledger.db, id)).toEqual(await claim(at.ledger.db, id))
    expect((await judgements(ledger.db)).items).toHaveLength(7)
    await opened.close()
    if (store === "embedded") rmSync(place, { recursive: true, force: true })
    else await other.drop()
  }, 120_000)

  test("as CSV has every row of every table, the same as Parquet has", async () => {
    for (const { name, columns } of TABLES) {
      const [head, ...rows] = parsed((await textOf(at.ledger, "csv", name)).slice(1))
      expect(head).toEqual(columns.map(column => column.name))
      const typed = await parquet(await bytesOf(at.ledger, "parquet", name))
      expect(rows.length, name).toBeGreaterThan(5)
      expect(typed).toHaveLength(rows.length)
      for (const [at, row] of rows.entries())
        expect(row.map(cell => cell.replace(/^'(?=\s*[=+\-@])/, ""))).toEqual(columns.map(column => asCell(typed[at]![column.name])))
    }
  }, 60_000)

  test("counts what the ledger counts, and leaves out what was dismissed", async () => {
    const rows = async (table: string) => parquet(await bytesOf(at.ledger, "parquet", table))
    const holds = await extent(at.ledger.db)
    expect(await rows("articles")).toHaveLength(holds.articles)
    const statements = await rows("statements")
    expect(statements.length).toBe((await everyStatement()).length)
    const known = new Set((await rows("claims")).map(({ claim_id }) => claim_id))
    const first = (await claims(at.ledger.db, {}, { limit: 500 })).items.map(({ id }) => id)
    expect([...known].sort()).toEqual([...first].sort())
    const sheet = (await claim(at.ledger.db, first[0]!))!
    const row = (await rows("claims")).find(({ claim_id }) => claim_id === sheet.id)!
    expect(row).toMatchObject({ claim: sheet.text, contested: sheet.contested, denies: sheet.voices.denies, origins: sheet.origins.count })
    expect((await rows("positions")).filter(({ claim_id }) => claim_id === sheet.id)).toHaveLength(sheet.positions.length)
    expect((await rows("origins")).filter(({ claim_id }) => claim_id === sheet.id)).toHaveLength(sheet.origins.roots.length)
  }, 60_000)

  test("as Parquet has columns of their types", async () => {
    const file = await bytesOf(at.ledger, "parquet")
    const { children } = parquetSchema(await parquetMetadataAsync(bufferOf(file)))
    const types = new Map(children.map(({ element }) => [element.name, element.type ?? element.converted_type]))
    expect(types.get("stance")).toBe("BYTE_ARRAY")
    expect(types.get("start")).toBe("INT32")
    expect(types.get("confidence")).toBe("DOUBLE")
    expect(types.get("past")).toBe("BOOLEAN")
    expect(types.get("relayed_by")).toBe("LIST")
    const [first] = await parquet(await bytesOf(at.ledger, "parquet", "articles"))
    expect(first!.read).toEqual(new Date("2025-11-24T09:10:00.000Z"))
  })

  test("as Web Annotations quotes and counts the very words", async () => {
    const document = JSON.parse(await textOf(at.ledger, "webannotation")) as Collection
    expect(new Ajv({ allErrors: true }).validate(ANNOTATIONS, document), "the shape of the Recommendation").toBe(true)
    const { items } = document.first
    const statements = await everyStatement()
    expect(items.map(({ id }) => id)).toEqual(statements.map(({ id }) => `urn:hearsay:annotation:${id}`))
    const texts = new Map<string, string[]>()
    for (const [each, { body, target }] of items.entries()) {
      const said = statements[each]!
      expect(body[1]).toMatchObject({ "hearsay:stance": said.stance, "hearsay:form": said.form })
      if (!texts.has(said.article.id)) texts.set(said.article.id, [...(await article(at.ledger.db, said.article.id))!.text])
      for (const { selector } of target) {
        const [quote, position] = selector
        expect(texts.get(said.article.id)!.slice(position.start, position.end).join("")).toBe(quote.exact)
      }
    }
    const expanded = await jsonld.expand(document, OPTIONS)
    expect(relative(expanded)).toEqual([])
    expect(await jsonld.toRDF(document, { ...OPTIONS, format: "application/n-quads" })).toContain("<http://www.w3.org/ns/oa#hasSelector>")
  }, 60_000)

  test("as PROV uses its terms from what they lead from to what they lead to", async () => {
    const document = await linked("prov")
    const expanded = await jsonld.expand(document, OPTIONS)
    expect(relative(expanded)).toEqual([])
    const classes = new Map<string, readonly string[]>()
    for (const each of expanded) {
      const types = (each["@type"] as readonly string[]).filter(type => type.startsWith(PROV)).map(type => type.slice(PROV.length))
      for (const type of types) expect(PROV_CLASSES).toContain(type)
      classes.set(
        each["@id"] as string,
        types.flatMap(type => [type, ...(IS[type] ?? [])]),
      )
    }
    const seen = new Set<string>()
    for (const each of expanded)
      for (const [property, values] of Object.entries(each).filter(([name]) => name.startsWith(PROV))) {
        const name = property.slice(PROV.length)
        const [from, to] = PROV_PROPERTIES[name] ?? []
        expect(from, name).toBeDefined()
        expect(classes.get(each["@id"] as string), `${name} of ${each["@id"]}`).toContain(from)
        if (to)
          for (const value of values as Node[]) expect(classes.get(value["@id"] as string), `${name} to ${value["@id"]}`).toContain(to)
        seen.add(name)
      }
    expect([...seen].sort()).toEqual(Object.keys(PROV_PROPERTIES).sort())
    expect(document["@graph"].filter(({ wasQuotedFrom }) => wasQuotedFrom)).toHaveLength((await everyStatement()).length)
  }, 60_000)

  test("as schema.org has claims, quotations and where they appear", async () => {
    const document = await linked("schema-org")
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
    expect(ajv.validate(SCHEMA_ORG, document), ajv.errorsText()).toBe(true)
    const expanded = await jsonld.expand(document, OPTIONS)
    expect(relative(expanded)).toEqual([])
    const ids = new Set(document["@graph"].map(each => each["@id"]))
    const references = (value: unknown): unknown[] => (Array.isArray(value) ? value.flatMap(references) : [(value as Node)["@id"]])
    for (const each of document["@graph"])
      for (const name of ["appearance", "firstAppearance", "isPartOf", "spokenByCharacter", "isBasedOn"])
        if (each[name] !== undefined) for (const id of references(each[name])) expect(ids, `${name} of ${each["@id"]}`).toContain(id)
  }, 60_000)
})

test("every format has a name of its own, and every table its page", () => {
  expect(new Set(EXPORTS.map(({ name }) => name)).size).toBe(EXPORTS.length)
  const page = join(ROOT, "docs/tables.md")
  const words = `# Tables\n\nWhat \`hearsay export --format csv\` and \`--format parquet\` hold: one table a file, chosen by \`--table\`.
Lists are parted by “; ” in CSV, and are lists of texts in Parquet; a \`moment\` is ISO 8601 in UTC, and a timestamp in Parquet.
A CSV cell that a spreadsheet would take for a formula begins with an apostrophe.\n\n${tablesInWords()}`
  if (process.env.UPDATE) writeFileSync(page, words)
  expect(readFileSync(page, "utf8")).toBe(words)
})

interface Collection {
  readonly first: {
    readonly items: readonly {
      readonly id: string
      readonly body: readonly [object, Node]
      readonly target: readonly {
        readonly selector: readonly [{ readonly exact: string }, { readonly start: number; readonly end: number }]
      }[]
    }[]
  }
}

const PROV = "http://www.w3.org/ns/prov#"
/** What else each class is (PROV-O, section 3). */
const IS: Readonly<Record<string, readonly string[]>> = {
  Person: ["Agent"],
  Organization: ["Agent"],
  SoftwareAgent: ["Agent"],
  Collection: ["Entity"],
}

/** Properties, types and ids that are no absolute IRI, anywhere in an expanded document. */
function relative(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(relative)
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => {
    const names = name === "@type" || name === "@id" ? [each].flat().map(String) : name.startsWith("@") ? [] : [name]
    return [...names.filter(each => !/^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(each)), ...(name === "@value" ? [] : relative(each))]
  })
}

function bufferOf(file: Buffer): AsyncBuffer {
  const { buffer, byteOffset } = file
  return {
    byteLength: file.length,
    slice: async (start, end = file.length) => buffer.slice(byteOffset + start, byteOffset + end) as ArrayBuffer,
  }
}

async function parquet(file: Buffer): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return parquetReadObjects({ file: bufferOf(file) })
}

/** A typed value as CSV has it. */
function asCell(value: unknown): string {
  if (value === null || value === undefined) return ""
  if (value instanceof Date) return value.toISOString()
  return Array.isArray(value) ? value.join("; ") : String(value)
}

/** CSV as RFC 4180 has it, written anew from its grammar. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end === "\r\n") rows.push([])
    if (end === "") break
  }
  expect(rows.pop()).toEqual([""])
  return rows
}
