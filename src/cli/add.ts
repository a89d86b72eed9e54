import { type Command, Option } from "commander"
import { LEDGER_OPTION } from "./place.ts"
import { misuse } from "./read.ts"
import type { AddOptions } from "./run-add.ts"

const MORE_HELP = `
A SOURCE is what hearsay read takes, and besides
  readings      .jsonl as hearsay read --format jsonl prints it
  a ledger      .jsonl as hearsay export --format jsonl prints it

Adding a page twice changes nothing. A changed page under the same address is a
version of it: see hearsay changes. Broken off, the same command goes on where
it was; what it has told of is kept.

Exit status: 0; 1 when a source failed, which standard error tells in one line
each; 2 for misuse.

Examples:
  hearsay add stories/*.html
  hearsay add --ledger ./ferry https://news.example/story
  hearsay read --format jsonl archive.jsonl | ssh desk hearsay add -`

/** `hearsay add SOURCE…` */
export function addAdd(program: Command): void {
  program
    .command("add")
    .summary("record articles in the ledger")
    .description("Reads articles and records who says what in them in the ledger.")
    .argument("<source...>", "files, addresses, or - for standard input")
    .option(...LEDGER_OPTION)
    .option("--published <date>", "when it was published (2024-11-10), stronger than what the page says")
    .option("--publisher <name>", "who published it, stronger than what the page says")
    .option("--url <url>", "where a page read from a file or standard input was found")
    .addOption(new Option("--format <format>", "how to tell what was done").choices(["text", "json", "jsonl"]).default("text"))
    .option("--json", "short for --format json")
    .option("--again", "read anew what is recorded already, with this model; judgements hold on")
    .option("--fast", "leave grammar out and look at less: half as fast again, less exact")
    .option("--precise", "leave out what is not nearly sure")
    .option("--allow-private", "let addresses of this machine and of private networks be read")
    .addHelpText("after", MORE_HELP)
    .action(async (sources: string[], options: AddOptions, command: Command) => {
      const wrong = misuse(sources, options, command.getOptionValueSource("format") === "cli")
      if (wrong) command.error(`hearsay: ${wrong}`)
      const { runAdd } = await import("./run-add.ts")
      process.exitCode = await runAdd(sources, options.json ? { ...options, format: "json" } : options)
    })
}
