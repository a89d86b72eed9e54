import { type Command, Option } from "commander"
import { LEDGER_OPTION } from "./place.ts"

/** `hearsay export`: the ledger out. */
export function addExport(program: Command): void {
  program
    .command("export")
    .summary("the whole ledger out, to keep or to carry elsewhere")
    .description("Prints every entry of the ledger, oldest first. hearsay add takes it in again, and makes the same ledger of it.")
    .option(...LEDGER_OPTION)
    .addOption(new Option("--format <format>", "how to tell it").choices(["jsonl"]).default("jsonl"))
    .action(async (options: { readonly ledger?: string }) => {
      const { runExport } = await import("./run-export.ts")
      process.exitCode = await runExport(options)
    })
}
