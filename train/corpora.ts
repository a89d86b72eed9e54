import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

/** The project's root, from the built file's place in `dist/train` or the source's in `train`. */
export const ROOT = rootOf(fileURLToPath(import.meta.url))

/** The folder with corpora, gold and scorers: `$HEARSAY_SHARED`, or `../shared` beside the project. Absent on a user's machine. */
export const SHARED = resolve(process.env.HEARSAY_SHARED ?? join(ROOT, "../shared"))

/** Where corpora lie unpacked: `$CORPORA`, or `.corpora` in the project, which git ignores. */
const CORPORA = resolve(process.env.CORPORA ?? join(ROOT, ".corpora"))

/** Whether a corpus can be had here: unpacked already, or packed in the shared folder. */
export function hasCorpus(name: string): boolean {
  return existsSync(join(CORPORA, name)) || existsSync(join(SHARED, "corpora", `${name}.tar.xz`))
}

/** The folder of one corpus, unpacked on first use. Throws with a remedy where there is none. */
export function corpus(name: string): string {
  const folder = join(CORPORA, name)
  if (existsSync(folder)) return folder
  if (!hasCorpus(name))
    throw new Error(`The corpus ${name} is neither in ${CORPORA} nor in ${SHARED}: set CORPORA or HEARSAY_SHARED to where it is`)
  mkdirSync(CORPORA, { recursive: true })
  execFileSync("tar", ["-xJf", join(SHARED, "corpora", `${name}.tar.xz`), "-C", CORPORA], { stdio: "inherit" })
  return folder
}

function rootOf(file: string): string {
  const folder = resolve(file, "../..")
  return folder.endsWith("dist") ? resolve(folder, "..") : folder
}
