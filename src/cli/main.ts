#!/usr/bin/env node
import { Command, CommanderError } from "commander"
import { addAdd } from "./add.ts"
import { addChanges } from "./changes.ts"
import { addClaim } from "./claim.ts"
import { addClaims } from "./claims.ts"
import { addExport } from "./export.ts"
import { addJudge } from "./judge.ts"
import { addRead } from "./read.ts"
import { addRebuild } from "./rebuild.ts"
import { addServe } from "./serve.ts"
import { version } from "./version.ts"
import { addWho } from "./who.ts"

/** Exit status when the command line itself is at fault. */
const MISUSE = 2

const program = new Command("hearsay")
  .description("Reads the news and tells who said what, on whose word, and who says otherwise.")
  .version(version(), "-V, --version", "print the version")
  .helpOption("-h, --help", "print this help")
  .helpCommand("help [command]", "print the help of a command")
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "hearsay: ")) })
  .exitOverride()

for (const add of [addRead, addAdd, addClaims, addClaim, addWho, addChanges, addJudge, addExport, addRebuild, addServe]) add(program)

// A reader that goes away (`| head`) is told by the failing write; without a listener the event would end the process noisily.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {})

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  if (error.code === "commander.unknownCommand") console.error("To read a page: hearsay read SOURCE. All commands: hearsay --help")
  process.exitCode = error.exitCode === 0 ? 0 : MISUSE
}
