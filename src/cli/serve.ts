import { type Command, InvalidArgumentError } from "commander"
import { LEDGER_OPTION } from "./place.ts"
import type { ServeOptions } from "./run-serve.ts"

const MORE_HELP = `
Whoever adds or corrects needs the token, which is shown once, when the ledger is
first served; the ledger keeps its hash alone. --new-token makes another.

A ledger in a folder belongs to one process: while it is served, add and correct
through the pages. A ledger in PostgreSQL serves many at once.

Examples:
  hearsay serve
  hearsay serve --ledger postgres://desk@db.example/hearsay --port 8080
  hearsay serve --host 0.0.0.0 --name ledger.example --closed`

/** `hearsay serve` */
export function addServe(program: Command): void {
  program
    .command("serve")
    .summary("serve the ledger as pages, and to programs")
    .description("Serves the ledger: pages to look at, an API, feeds, and tools for language models.")
    .option(...LEDGER_OPTION)
    .option("--host <address>", "which address of this machine to listen on", "127.0.0.1")
    .option("--port <number>", "which port", portOf, 4177)
    .option("--name <name...>", "names it may be asked for under, besides localhost and addresses in numbers", [])
    .option("--closed", "let only the holder of the token read")
    .option("--new-token", "make a new token; the old one no longer counts")
    .option("--allow-private", "let addresses of this machine and of private networks be added")
    .addHelpText("after", MORE_HELP)
    .action(async (options: ServeOptions) => {
      const { runServe } = await import("./run-serve.ts")
      process.exitCode = await runServe(options)
    })
}

function portOf(words: string): number {
  const port = Number(words)
  if (/^\d{1,5}$/.test(words) && port < 65_536) return port
  throw new InvalidArgumentError("it is no port; give a number from 0 to 65535, 0 for any that is free.")
}
