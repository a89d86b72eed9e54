import { type Command, Option } from "commander"
import { LEDGER_OPTION } from "./place.ts"
import type { ExportCommand } from "./run-export.ts"

/** The names of `--format` and `--table`. Written out, since the help is printed without loading the formats; a test compares them. */
export const EXPORT_NAMES: readonly string[] = ["jsonl", "csv", "parquet", "webannotation", "prov", "schema-org"]
export const TABLE_NAMES: readonly string[] = ["statements", "claims", "positions", "origins", "articles", "agents"]

const OF_TABLES: ReadonlySet<string> = new Set(["csv", "parquet"])

const MORE_HELP = `
  jsonl          every entry, oldest first: hearsay add makes the identical
                 ledger of it
  csv, parquet   one table; docs/tables.md tells what the columns hold
  webannotation  every statement on the words it was read from (W3C)
  prov           where everything comes from (W3C PROV-O)
  schema-org     claims and quotations (schema.org)
The last three are JSON-LD, one thing a line.

Examples:
  hearsay export > ledger.jsonl
  hearsay export --format csv --table claims --out claims.csv
  hearsay export --format parquet --table all --out tables/`

/** `hearsay export`: the ledger out. */
export function addExport(program: Command): void {
  program
    .command("export")
    .summary("the whole ledger out, to keep or to carry elsewhere")
    .description("Prints the whole ledger, or writes it to a file, however large it is.")
    .option(...LEDGER_OPTION)
    .addOption(new Option("--format <format>", "how to tell it").choices(EXPORT_NAMES).default("jsonl"))
    .addOption(new Option("--table <table>", "which table (default: statements)").choices([...TABLE_NAMES, "all"]))
    .option("--out <file>", "write to this file; with --table all, a file for each table into this folder")
    .addHelpText("after", MORE_HELP)
    .action(async (options: ExportCommand, command: Command) => {
      const wrong = misuse(options)
      if (wrong) command.error(`hearsay: ${wrong}`)
      const { runExport } = await import("./run-export.ts")
      process.exitCode = await runExport(options)
    })
}

function misuse({ format, table, out }: ExportCommand): string | null {
  if (table !== undefined && !OF_TABLES.has(format)) return `--format ${format} holds no table; --table goes with csv and parquet`
  if (table === "all" && out === undefined) return "--table all needs --out DIR, for a file for each table"
  if (out === "") return "--out needs the name of a file"
  if (format === "parquet" && out === undefined && process.stdout.isTTY) return "--format parquet is nothing to read; give --out FILE"
  return null
}
