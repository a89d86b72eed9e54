import type { Command } from "commander"
import { type AskOptions, answer, withAskOptions } from "./answer.ts"

/** `hearsay claim ID`: one claim with all that stands behind it. */
export function addClaim(program: Command): void {
  withAskOptions(program.command("claim"))
    .summary("one claim: positions, origins, and every sentence behind them")
    .description("Tells who asserts, denies and declines one claim, since when, on whose word, and with which sentences.")
    .argument("<id>", "as hearsay claims prints it")
    .option("--at <date>", "as things stood at the end of that day")
    .action((id: string, options: AskOptions & { readonly at?: string }) =>
      answer(options, `there is no claim ${id}`, async db => {
        const [{ claim }, { drawClaim }] = await Promise.all([import("../ledger/index.ts"), import("./boards/claim.ts")])
        const sheet = await claim(db, id, options.at ? { at: options.at } : {})
        return sheet && { value: sheet, items: [sheet], draw: look => drawClaim(sheet, look) }
      }),
    )
}
