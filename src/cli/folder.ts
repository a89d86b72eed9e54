import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs"
import { join } from "node:path"
import { type Reading, Unreadable } from "../core/index.ts"
import { cannotWrite, type Destination, type From } from "./destination.ts"
import type { Form } from "./form.ts"
import { Names, stemOf } from "./names.ts"
import { nameOf } from "./source.ts"

export interface Folder {
  readonly path: string
  /** All that is read, so that nothing of it is written over. */
  readonly sources: readonly string[]
  /** Told when a name was taken and another had to do. */
  readonly note: (words: string) => void
}

/**
 * Writes a file for each source, named after it; where a format holds one reading a file, one for each record, numbered.
 * Files of earlier runs are replaced, sources never. A file is there whole or not at all.
 */
export function toFolder(form: Form, folder: Folder): Destination {
  const names = new Names()
  const isSource = sourceGuard(folder.sources)
  let sheet: Sheet | null = null

  function nameFor(from: From): string {
    const stem = from.number === null || form.many ? stemOf(from) : `${stemOf(from)}-${from.number}`
    const { name, instead } = names.take(stem, nameOf(from))
    if (instead) folder.note(`${nameOf(from)} is written to ${name}${form.extension}, because ${stem}${form.extension} holds ${instead}`)
    return name
  }

  function open(from: From, reading: Reading): Sheet {
    const stem = join(folder.path, nameFor(from))
    const path = stem + form.extension
    if (isSource(path)) throw overSource(path)
    if (form.beside) putBeside(stem + form.beside.extension, form.beside.write(reading))
    return new Sheet(folder.path, path)
  }

  function putBeside(path: string, text: string): void {
    if (!isSource(path)) new Sheet(folder.path, path).add(text).finish()
    else if (readFileSync(path, "utf8") !== text) throw overSource(path)
  }

  function finish(foot: string): void {
    sheet?.add(foot).finish()
    sheet = null
  }

  return {
    async put(from, reading) {
      const text = form.write(reading)
      const before = sheet ? form.between : form.head
      sheet ??= open(from, reading)
      sheet.add(before + text)
      if (!form.many) finish(form.foot)
    },
    async endSource() {
      finish(form.foot)
    },
    async close() {},
    abandon() {
      sheet?.abandon()
    },
  }
}

/** A file being written, under a passing name beside its place; `finish` puts it there whole. */
class Sheet {
  readonly #folder: string
  readonly #path: string
  readonly #passing: string
  readonly #file: number

  constructor(folder: string, path: string) {
    this.#folder = folder
    this.#path = path
    this.#passing = join(folder, `.hearsay-${process.pid}.part`)
    this.#file = attempt(folder, () => {
      mkdirSync(folder, { recursive: true })
      rmSync(this.#passing, { force: true })
      return openSync(this.#passing, "wx")
    })
  }

  add(text: string): this {
    const bytes = Buffer.from(text)
    attempt(this.#folder, () => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
    })
    return this
  }

  finish(): void {
    attempt(this.#folder, () => {
      closeSync(this.#file)
      renameSync(this.#passing, this.#path)
    })
  }

  abandon(): void {
    rmSync(this.#passing, { force: true })
  }
}

function attempt<T>(place: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw cannotWrite(place, error)
  }
}

/** Whether a path is one of the sources, by whatever name or link it is reached. */
function sourceGuard(sources: readonly string[]): (path: string) => boolean {
  const files = new Set(sources.map(identityOf).filter(each => each !== null))
  return path => {
    const identity = identityOf(path)
    return identity !== null && files.has(identity)
  }
}

function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return null
  }
}

function overSource(path: string): Unreadable {
  return new Unreadable("over-source", `what is written of it would replace the source ${path}`, "choose another folder with --out")
}
