import type { Command } from "commander"
import type { Ruling } from "../ledger/index.ts"
import { LEDGER_OPTION } from "./place.ts"

interface JudgeOptions {
  readonly ledger?: string
  readonly who?: string
  readonly why?: string
}

const MORE_HELP = `
Judgements stand beside what was read, and hold on when it is read anew. None is
ever erased: undo is another judgement.

Examples:
  hearsay judge unite agent_3f2a… agent_91bc… --why "the same Ruiz"
  hearsay judge correct statement_77d0… stance denies --why "read it again"
  hearsay judge undo judgement_5e1c… --why "it was right after all"
  hearsay judge history`

/** `hearsay judge …`: what a person found to be otherwise. */
export function addJudge(program: Command): void {
  const judge = program
    .command("judge")
    .summary("correct the ledger, with a reason")
    .description("Records what a person found to be otherwise: who, when and why.")
    .configureHelp({ subcommandTerm: command => command.name() })
    .addHelpText("after", MORE_HELP)
  ruling(judge, "unite <id> <other...>", "agents, or claims, are one", (id, others) => unite([id as string, ...(others as string[])]))
  ruling(judge, "part <id...>", "united agents are several; statements are a claim of their own", ids => part(ids as string[]))
  ruling(judge, "cut <claim> <article> <other>", "two articles do not go back to one origin", (claim, a, b) => ({
    kind: "cut",
    claim: claim as string,
    articles: [a as string, b as string],
  }))
  ruling(judge, "correct <statement> <field> <value>", "a statement's source, stance, act, certainty, polarity, said or claim", correct)
  ruling(judge, "dismiss <id>", "a statement was never made so, or a claim is of no interest", id => ({
    kind: "dismiss",
    id: id as string,
  }))
  ruling(judge, "confirm <id>", "a statement, or a claim, was looked at and is right", id => ({ kind: "confirm", id: id as string }))
  ruling(judge, "undo <judgement>", "take a judgement back", id => ({ kind: "undo", judgement: id as string }))
  addHistory(judge)
}

function unite(ids: readonly string[]): Ruling {
  return { kind: "unite", what: ids[0]!.startsWith("claim_") ? "claims" : "agents", ids }
}

function part(ids: readonly string[]): Ruling {
  return { kind: "part", what: ids[0]!.startsWith("statement_") ? "statements" : "agents", ids }
}

function correct(statement: unknown, field: unknown, value: unknown): Ruling {
  return {
    kind: "correct",
    statement: statement as string,
    field: field as Extract<Ruling, { kind: "correct" }>["field"],
    value: value as string,
  }
}

function ruling(judge: Command, usage: string, words: string, make: (...given: unknown[]) => Ruling): void {
  judge
    .command(usage)
    .description(words)
    .requiredOption("--why <reason>", "the reason, in a sentence")
    .option("--who <name>", "who judges (default: the user's name)")
    .option(...LEDGER_OPTION)
    .action(async (...given: unknown[]) => {
      const command = given.at(-1) as Command
      const { runJudge } = await import("./run-judge.ts")
      process.exitCode = await runJudge(make(...given), command.opts<JudgeOptions>())
    })
}

function addHistory(judge: Command): void {
  judge
    .command("history")
    .description("every judgement, the newest first")
    .option(...LEDGER_OPTION)
    .option("--format <format>", "text, json or jsonl", "text")
    .option("--json", "short for --format json")
    .action(async (options: { readonly ledger?: string; readonly format: string; readonly json?: true }) => {
      const [{ answer }, { judgements }, { drawJudgements }] = await Promise.all([
        import("./answer.ts"),
        import("../ledger/index.ts"),
        import("./boards/judgements.ts"),
      ])
      await answer(options, "there are no judgements", async db => {
        const page = await judgements(db, { limit: 500 })
        return { value: page, items: page.items, draw: look => drawJudgements(page.items, look) }
      })
    })
}
