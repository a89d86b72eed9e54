import { ByteWriter, ParquetWriter } from "hyparquet-writer"
import type { Db } from "../ledger/index.ts"
import type { Column, Kind, Table, Value } from "./tables.ts"

/** A table as a Parquet file with typed columns, a row group at a time; what each column holds is told in the file's own metadata. */
export async function* parquetOf(db: Db, { name, about, columns, rows }: Table): AsyncGenerator<Uint8Array> {
  const bytes = new Passing()
  const kvMetadata = [{ key: name, value: about }, ...columns.map(({ name, about }) => ({ key: name, value: about }))]
  const schema = [{ name: "root", num_children: columns.length }, ...columns.flatMap(elementsOf)]
  const file = new ParquetWriter({ writer: bytes, schema, kvMetadata, createdBy: "hearsay" })
  let cells: unknown[][] = columns.map(() => [])
  const flush = () => {
    if (cells[0]!.length > 0)
      file.write({ columnData: columns.map(({ name }, at) => ({ name, data: cells[at]! })), rowGroupSize: GROUP_ROWS })
    cells = columns.map(() => [])
    return bytes.take()
  }
  for await (const row of rows(db)) {
    for (const [at, { kind }] of columns.entries()) cells[at]!.push(storedAs(kind, row[at]))
    if (cells[0]!.length >= GROUP_ROWS) yield flush()
  }
  yield flush()
  file.finish()
  yield bytes.take()
}

/** Rows that are held in memory until they are written together. */
const GROUP_ROWS = 5000

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number]

/** Bytes that are handed on as they come, while offsets go on counting from the beginning of the file. */
class Passing extends ByteWriter {
  take(): Uint8Array {
    const taken = this.getBytes().slice()
    this.index = 0
    return taken
  }
}

/** The elements of the schema (parquet-format, `LogicalTypes.md`): a list is three levels deep. */
function elementsOf({ name, kind }: Column): readonly SchemaElement[] {
  if (kind === "texts")
    return [
      { name, repetition_type: "REQUIRED", num_children: 1, converted_type: "LIST" },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
    ]
  return [{ name, repetition_type: "OPTIONAL", ...PRIMITIVES[kind] }]
}

const PRIMITIVES: Readonly<Record<Exclude<Kind, "texts">, Pick<SchemaElement, "type" | "converted_type">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  moment: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
}

function storedAs(kind: Kind, value: Value): unknown {
  if (value === null || value === undefined) return kind === "texts" ? [] : null
  return kind === "moment" ? new Date(value as string) : value
}
