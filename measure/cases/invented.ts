import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../../train/corpora.ts"
import { type Case, cases } from "./drawn.ts"

const FOLDER = join(ROOT, "test/cases/invented")

/** Where the cases stand that are known to fail: a line each, `denies-cue: Denied that`. What is expected of them stays as it is. */
export const MISSES = join(FOLDER, "misses.list")

/** The kinds of invented cases: a file each in `test/cases/invented`. */
export function inventedKinds(): string[] {
  return readdirSync(FOLDER).flatMap(file => (file.endsWith(".txt") ? [file.slice(0, -".txt".length)] : []))
}

/** The cases of a kind. */
export function inventedCases(kind: string): readonly Case[] {
  return cases(`invented/${kind}`)
}

/** The name of a case in the list of misses. */
export function missName(kind: string, { name }: Case): string {
  return `${kind}: ${name}`
}

/** The names of the cases that are known to fail. */
export function knownMisses(): ReadonlySet<string> {
  return new Set(readFileSync(MISSES, "utf8").trimEnd().split("\n"))
}
