import type { Command } from "commander"
import { Option } from "commander"
import { type AskOptions, answer, whole, withAskOptions } from "./answer.ts"

interface ClaimsOptions extends AskOptions {
  readonly contested?: true
  readonly unnamed?: true
  readonly about?: string
  readonly who?: string
  readonly stance?: "asserts" | "confirms" | "denies" | "declines" | "unanswered"
  readonly outlet?: string
  readonly since?: string
  readonly at?: string
  readonly order: "weight" | "newest"
  readonly limit: number
  readonly cursor?: string
}

/** `hearsay claims`: what is claimed, the most contested first. */
export function addClaims(program: Command): void {
  withAskOptions(program.command("claims"))
    .summary("what is claimed, the most contested first")
    .description("Lists the claims of the ledger, the most contested first.")
    .option("--contested", "only what someone denies, declines to speak of, or did not answer")
    .option("--unnamed", "only what nobody asserts by name")
    .option("--about <words>", "only what has these words or names in it")
    .option("--who <agent>", "only what this agent (id or name) takes a position on")
    .addOption(
      new Option("--stance <stance>", "only where someone, or --who, stands so").choices([
        "asserts",
        "confirms",
        "denies",
        "declines",
        "unanswered",
      ]),
    )
    .option("--outlet <name>", "only what this outlet tells")
    .option("--since <date>", "only what was spoken of on or after this day")
    .option("--at <date>", "as things stood at the end of that day")
    .addOption(new Option("--order <order>", "what comes first").choices(["weight", "newest"]).default("weight"))
    .option("--limit <count>", "how many", whole, 20)
    .option("--cursor <place>", "go on from where the last list ended")
    .action((options: ClaimsOptions) => answer(options, "no claim fits", db => ask(db, options)))
}

async function ask(db: Parameters<Parameters<typeof answer>[2]>[0], options: ClaimsOptions) {
  const [{ agents, claims, Refused }, { drawClaims }] = await Promise.all([import("../ledger/index.ts"), import("./boards/claims.ts")])
  const { contested, unnamed, about, who, stance, outlet, since, at, order, limit, cursor } = options
  const [found] = who ? await agents(db, who) : []
  if (who && !found) throw new Refused(`nobody in the ledger is called ${who}`, "give another name, or look for words with --about")
  const page = await claims(
    db,
    {
      order,
      ...(contested && { contested }),
      ...(unnamed && { unnamed }),
      ...(about && { about }),
      ...(found && { agent: found.id }),
      ...(stance && { stance }),
      ...(outlet && { outlet }),
      ...(since && { since }),
      ...(at && { at }),
    },
    { limit, ...(cursor && { cursor }) },
  )
  return { value: page, items: page.items, draw: (look: Parameters<typeof drawClaims>[1]) => drawClaims(page, look) }
}
