import { type Db, entriesOf, type Ledger } from "../ledger/index.ts"
import { csvOf } from "./csv.ts"
import { parquetOf } from "./parquet.ts"
import { provOf } from "./prov.ts"
import { schemaOrgOf } from "./schema-org.ts"
import { TABLES, type Table } from "./tables.ts"
import { webAnnotationsOf } from "./webannotation.ts"

type Damaged = Parameters<typeof entriesOf>[1]

/** What an export may be told. */
export interface ExportOptions {
  /** Which table, where the format holds one; defaults to statements. */
  readonly table?: string
  /** Told of what of the journal could not be read. */
  readonly damaged?: Damaged
}

/** A way to lay down a whole ledger. */
export interface ExportFormat {
  /** As `--format` names it. */
  readonly name: string
  /** With its dot. */
  readonly extension: string
  readonly mediaType: string
  /** Whether a file of it holds one table. */
  readonly ofTable: boolean
  /** Whether it is bytes for programs, of no use on a screen. */
  readonly binary: boolean
  readonly pieces: (ledger: Ledger, options: ExportOptions) => AsyncGenerator<string | Uint8Array>
}

const linked = (name: string, mediaType: string, of: (db: Db) => AsyncGenerator<string>): ExportFormat => ({
  name,
  extension: ".jsonld",
  mediaType,
  ofTable: false,
  binary: false,
  pieces: ({ db }) => of(db),
})

/** Every way, by the names that `--format` knows. Pieces are made as they are asked for, in the memory of a few hundred statements. */
export const EXPORTS: readonly ExportFormat[] = [
  {
    name: "jsonl",
    extension: ".jsonl",
    mediaType: "application/x-ndjson",
    ofTable: false,
    binary: false,
    pieces: jsonl,
  },
  {
    name: "csv",
    extension: ".csv",
    mediaType: "text/csv; charset=utf-8; header=present",
    ofTable: true,
    binary: false,
    pieces: ({ db }, { table }) => csvOf(db, tableNamed(table)),
  },
  {
    name: "parquet",
    extension: ".parquet",
    mediaType: "application/vnd.apache.parquet",
    ofTable: true,
    binary: true,
    pieces: ({ db }, { table }) => parquetOf(db, tableNamed(table)),
  },
  linked("webannotation", 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', webAnnotationsOf),
  linked("prov", "application/ld+json", provOf),
  linked("schema-org", "application/ld+json", schemaOrgOf),
]

async function* jsonl(ledger: Ledger, { damaged }: ExportOptions): AsyncGenerator<string> {
  for await (const entry of entriesOf(ledger, damaged)) yield `${JSON.stringify(entry)}\n`
}

function tableNamed(name = "statements"): Table {
  const found = TABLES.find(table => table.name === name)
  if (!found) throw new RangeError(`There is no table ${name}`)
  return found
}

/** An export in pieces of some size, so that each is worth the sending. Throws `RangeError` for a format or table that is none. */
export async function* exported(ledger: Ledger, format: string, options: ExportOptions = {}): AsyncGenerator<Uint8Array> {
  const found = EXPORTS.find(({ name }) => name === format)
  if (!found) throw new RangeError(`There is no format ${format}`)
  const encoder = new TextEncoder()
  let text = ""
  for await (const piece of found.pieces(ledger, options)) {
    if (typeof piece !== "string") {
      yield piece
      continue
    }
    text += piece
    if (text.length < PIECE_CHARACTERS) continue
    yield encoder.encode(text)
    text = ""
  }
  if (text !== "") yield encoder.encode(text)
}

const PIECE_CHARACTERS = 65_536
