import type { Command } from "commander"
import { type AskOptions, answer, withAskOptions } from "./answer.ts"

/** `hearsay changes SOURCE`: a page through its versions. */
export function addChanges(program: Command): void {
  withAskOptions(program.command("changes"))
    .summary("a page through its versions: what was added, dropped, altered")
    .description("Tells what became of an article's statements from version to version, what matters most first. Commas are never told.")
    .argument("<source>", "the page's address, or the id of one of its versions")
    .action((source: string, options: AskOptions) =>
      answer(options, `${source} is not in it`, async db => {
        const [{ changes }, { drawHistory }] = await Promise.all([import("../ledger/index.ts"), import("./boards/history.ts")])
        const history = await changes(db, source)
        return history && { value: history, items: history.steps, draw: look => drawHistory(history, look) }
      }),
    )
}
