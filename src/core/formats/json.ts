import type { Reading } from "../data.ts"
import type { Format } from "./format.ts"

/** A reading as JSON, indented for people; `schema/reading.schema.json` is its schema. Several readings are one list. */
export const json: Format = {
  name: "json",
  extension: ".json",
  many: false,
  head: "",
  between: "",
  foot: "",
  write: reading => `${indented(reading)}\n`,
  list: {
    name: "json",
    extension: ".json",
    many: true,
    head: "[\n",
    between: ",\n",
    foot: "\n]\n",
    write: indented,
    beside: null,
  },
  beside: null,
}

/** A reading a line (https://jsonlines.org), so that any number of them can be streamed. */
export const jsonl: Format = {
  name: "jsonl",
  extension: ".jsonl",
  many: true,
  head: "",
  between: "",
  foot: "",
  write: reading => `${JSON.stringify(reading)}\n`,
  beside: null,
}

function indented(reading: Reading): string {
  return JSON.stringify(reading, null, 2)
}
