import type { Command } from "commander"
import { type AskOptions, answer, whole, withAskOptions } from "./answer.ts"

interface WhoOptions extends AskOptions {
  readonly at?: string
  readonly limit: number
  readonly cursor?: string
}

/** `hearsay who NAME`: everything an agent said, and where it changed. */
export function addWho(program: Command): void {
  withAskOptions(program.command("who"))
    .summary("everything someone said, and where it changed")
    .description("Tells who someone is, everything he, she or it said, and where a position changed.")
    .argument("<name...>", "a name, or an id")
    .option("--at <date>", "as things stood at the end of that day")
    .option("--limit <count>", "how many statements", whole, 20)
    .option("--cursor <place>", "go on from where the last list ended")
    .action((name: string[], options: WhoOptions) =>
      answer(options, `nobody is called ${name.join(" ")}`, async db => {
        const [{ agent, agents, saidBy }, { drawAgent }] = await Promise.all([import("../ledger/index.ts"), import("./boards/agent.ts")])
        const [first, ...others] = await agents(db, name.join(" "))
        const asOf = options.at ? { at: options.at } : {}
        const sheet = first && (await agent(db, first.id, asOf))
        if (!sheet) return null
        const said = await saidBy(db, sheet.id, asOf, { limit: options.limit, ...(options.cursor && { cursor: options.cursor }) })
        return { value: { agent: sheet, said, others }, items: said.items, draw: look => drawAgent({ sheet, said, others }, look) }
      }),
    )
}
