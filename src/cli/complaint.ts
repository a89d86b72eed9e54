import { Unreadable } from "../core/index.ts"

/** What went wrong, in a phrase, and what the person can do, in another; neither ends with a full stop. */
export interface Trouble {
  readonly reason: string
  readonly remedy: string
}

/** “hearsay: story.html: there is no such file; check its path”. */
export function complaint(name: string, { reason, remedy }: Trouble): string {
  return remark(`${name}: ${reason}; ${remedy}`)
}

/** A line for standard error: one line always, whatever names and reasons hold. */
export function remark(words: string): string {
  return oneLine(`hearsay: ${words}`)
}

/** Any error as a trouble. What is neither the world's failure nor the page's is our own fault, and says so. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Unreadable) return { reason: error.message, remedy: error.remedy }
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  const [reason, remedy] = SYSTEM[code] ?? []
  if (reason && remedy) return { reason, remedy }
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { reason: `Hearsay failed on it (${words})`, remedy: "this is a fault in Hearsay, please report it with the source" }
}

/** What the operating system reports of files, in words. */
const SYSTEM: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOENT: ["there is no such file", "check its path; an address begins with https://"],
  ENOTDIR: ["there is no such file", "check its path: something on the way is a file, not a folder"],
  EISDIR: ["it is a folder", "name the files in it"],
  EACCES: ["it may not be read", "ask for permission to read it, or copy it to a place of yours"],
  EPERM: ["it may not be read", "ask for permission to read it, or copy it to a place of yours"],
  ELOOP: ["its links lead in a ring", "give the path of the file itself"],
  ENAMETOOLONG: ["its name is too long for a file", "check its path; to read a text itself, pipe it in: hearsay read -"],
  EMFILE: ["too many files are open", "close other programs and try again"],
  EIO: ["it cannot be read from its disk", "copy it to another disk and try again"],
}

/** Control characters, which could move the cursor or break the line, become spaces; no line runs on for pages. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, " ")
  return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE / 2)} … ${line.slice(-MAX_LINE / 2)}` : line
}

const MAX_LINE = 1000
