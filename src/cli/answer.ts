import { type Command, Option } from "commander"
import type { Look } from "../core/index.ts"
import type { Db } from "../ledger/index.ts"
import { asking, LEDGER_OPTION, troubleAt } from "./place.ts"

/** What every question to the ledger takes. */
export interface AskOptions {
  readonly ledger?: string
  readonly format: string
  readonly json?: true
}

/** An answer: as data, as items of which each can stand on a line, and drawn. */
export interface Answer {
  readonly value: unknown
  readonly items: readonly unknown[]
  readonly draw: (look: Look) => string
}

/** Gives a command the options of a question. */
export function withAskOptions(command: Command, formats: readonly string[] = ["text", "json", "jsonl"]): Command {
  return command
    .option(...LEDGER_OPTION)
    .addOption(new Option("--format <format>", "how to tell it").choices(formats).default("text"))
    .option("--json", "short for --format json")
}

/** Asks, prints the answer, and sets the exit status. Null is told as `missing`. */
export async function answer(options: AskOptions, missing: string, ask: (db: Db) => Promise<Answer | null>): Promise<void> {
  const { complaint } = await import("./complaint.ts")
  try {
    const told = await asking(options.ledger, "a question", ask)
    if (told) return await print(options.json ? "json" : options.format, told)
    const { name } = await troubleAt(options.ledger, null)
    console.error(complaint(name, { reason: missing, remedy: "see what there is: hearsay claims" }))
  } catch (error) {
    const { name, ...trouble } = await troubleAt(options.ledger, error)
    console.error(complaint(name, trouble))
  }
  process.exitCode = 1
}

async function print(format: string, { value, items, draw }: Answer): Promise<void> {
  const { lookOf } = await import("./look.ts")
  if (format === "json") process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  else if (format === "jsonl") process.stdout.write(items.map(item => `${JSON.stringify(item)}\n`).join(""))
  else process.stdout.write(draw(lookOf(process.stdout)))
}

/** Reads a number from the command line; what is none is no number. */
export function whole(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}
