import type { Command } from "commander"
import { LEDGER_OPTION } from "./place.ts"

/** `hearsay rebuild`: the ledger anew from its journal. */
export function addRebuild(program: Command): void {
  program
    .command("rebuild")
    .summary("make the ledger anew from its journal")
    .description(
      "Makes the ledger anew from its journal alone: the same ids, the same answers. For a store that is damaged, or after an update.",
    )
    .option(...LEDGER_OPTION)
    .action(async (options: { readonly ledger?: string }) => {
      const { runRebuild } = await import("./run-rebuild.ts")
      process.exitCode = await runRebuild(options)
    })
}
