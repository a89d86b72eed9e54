import { type Command, Option } from "commander"
import { isDate } from "./dates.ts"
import type { ReadOptions } from "./run-read.ts"

/** The names of `--format`. Written out, since the help is printed without loading the formats; a test compares them. */
export const FORMAT_NAMES: readonly string[] = ["text", "json", "jsonl", "html", "brat", "csv", "webannotation"]

const MORE_HELP = `
A SOURCE is
  a file        HTML (.html), plain text (.txt) or records (.jsonl, .json);
                any other name is known by what the file holds
  an address    https://… or http://…: that one page, without cookies or scripts
  -             standard input
A record is {"url", "publisher", "title", "authors", "published", "text"},
one a line.

Limits: 20 MB for a page or record; 30 seconds for an address.
Exit status: 0; 1 when a source or record failed, which standard error tells in
one line each; 2 for misuse.

Examples:
  hearsay read story.html
  hearsay read --format html story.html > reading.html
  hearsay read --json https://news.example/story | jq .statements
  hearsay read --format brat --out annotated/ texts/*.txt
  zcat archive.jsonl.gz | hearsay read --format jsonl - > readings.jsonl`

/** `hearsay read SOURCE…`; what it needs is loaded when it is run, so that `--help` is quick. */
export function addRead(program: Command): void {
  program
    .command("read")
    .summary("read articles, and tell who says what in them")
    .description("Reads articles, and tells who says what in them, with the words it was read from.")
    .argument("<source...>", "files, addresses, or - for standard input")
    .option("--published <date>", "when it was published (2024-11-10), stronger than what the page says")
    .option("--publisher <name>", "who published it, stronger than what the page says")
    .option("--url <url>", "where a page read from a file or standard input was found")
    .addOption(new Option("--format <format>", "how to tell it").choices(FORMAT_NAMES).default("text"))
    .option("--json", "short for --format json")
    .option("--out <dir>", "write a file for each source into this folder, named after it")
    .option("--fast", "leave grammar out and look at less: half as fast again, less exact")
    .option("--precise", "leave out what is not nearly sure")
    .option("--allow-private", "let addresses of this machine and of private networks be read")
    .addHelpText("after", MORE_HELP)
    .action(async (sources: string[], options: ReadOptions, command: Command) => {
      const wrong = misuse(sources, options, command.getOptionValueSource("format") === "cli")
      if (wrong) command.error(`hearsay: ${wrong}`)
      const { runRead } = await import("./run-read.ts")
      process.exitCode = await runRead(sources, options.json ? { ...options, format: "json" } : options)
    })
}

/** What is wrong with the command line, as far as it can be told without reading; null when nothing is. */
export function misuse(sources: readonly string[], options: ReadOptions, formatGiven: boolean): string | null {
  const { published, url, out, json, format } = options
  if (published !== undefined && !isDate(published)) return `--published ${published} is no date; write it as 2024-11-10`
  if (url !== undefined && !isWebAddress(url)) return `--url ${url} is no address; it begins with https:// or http://`
  if (url !== undefined && (sources.length > 1 || isWebAddress(sources[0] ?? ""))) return "--url goes with one file or standard input"
  if (json && formatGiven && format !== "json") return `--json and --format ${format} exclude each other`
  if (sources.filter(source => source === "-").length > 1) return "standard input (-) can be read only once"
  if (sources.includes("")) return "a SOURCE is empty; name a file or an address"
  if (out === "") return "--out needs the name of a folder"
  if (!out && sources.length > 1 && ONE_A_FILE.has(format))
    return `--format ${format} holds one reading a file; for several sources give --out DIR`
  return null
}

const ONE_A_FILE: ReadonlySet<string> = new Set(["html", "brat"])

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}
