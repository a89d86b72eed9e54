import { expect, test } from "vitest"
import { EXPORT_NAMES, FORMAT_NAMES, formOf, misuse, TABLE_NAMES } from "../../src/cli/index.ts"
import { draw, FORMATS } from "../../src/core/index.ts"
import { EXPORTS, TABLES } from "../../src/export/index.ts"
import { ROUTES } from "../../src/server/contract/index.ts"
import { gateStory } from "../formats/given.ts"

const LOOK = { columns: 60, colour: true }

test("--format knows the library’s formats and text, and no others", () => {
  expect([...FORMAT_NAMES].sort()).toEqual(["text", ...FORMATS.map(({ name }) => name)].sort())
})

test("the command line and the server know every way of exporting, and every table", () => {
  const names = EXPORTS.map(({ name }) => name)
  const tables = TABLES.map(({ name }) => name)
  const { format, table } = ROUTES.export.query!.shape
  expect([EXPORT_NAMES, format.unwrap().options]).toEqual([names, names])
  expect([TABLE_NAMES, table.unwrap().options]).toEqual([tables, tables])
})

test.each(FORMAT_NAMES)("%s is the form of its name", name => expect(formOf(name, LOOK).name).toBe(name))

test("text is drawn in the look it is given, readings parted by a line", () => {
  const text = formOf("text", LOOK)
  expect(text.write(gateStory())).toBe(draw(gateStory(), LOOK))
  expect(text.between).toBe(`\n${"─".repeat(60)}\n\n`)
})

test("several sources in one place are misuse just for the formats that hold one reading and no list", () => {
  for (const name of FORMAT_NAMES) {
    const form = formOf(name, LOOK)
    expect(misuse(["a", "b"], { format: name }, true) === null, name).toBe(form.many || form.list !== undefined)
  }
})
