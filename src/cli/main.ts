#!/usr/bin/env node
import { readFileSync } from "node:fs"
import { Command, CommanderError } from "commander"
import { addRead } from "./read.ts"

/** Exit status when the command line itself is at fault. */
const MISUSE = 2

const program = new Command("hearsay")
  .description("Reads the news and tells who said what, on whose word, and who says otherwise.")
  .version(version(), "-V, --version", "print the version")
  .helpOption("-h, --help", "print this help")
  .helpCommand("help [command]", "print the help of a command")
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "hearsay: ")) })
  .exitOverride()

addRead(program)

// A reader that goes away (`| head`) is told by the failing write; without a listener the event would end the process noisily.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {})

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  if (error.code === "commander.unknownCommand") console.error("To read a page: hearsay read SOURCE. All commands: hearsay --help")
  process.exitCode = error.exitCode === 0 ? 0 : MISUSE
}

/** Of the package this file is part of, built or not. */
function version(): string {
  for (let folder = new URL(".", import.meta.url); folder.pathname !== "/"; folder = new URL("..", folder)) {
    try {
      return (JSON.parse(readFileSync(new URL("package.json", folder), "utf8")) as { version: string }).version
    } catch {}
  }
  return "unknown"
}
