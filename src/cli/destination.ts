import type { Reading } from "../core/index.ts"
import type { Form } from "./form.ts"
import type { Found } from "./source.ts"

/** Where a reading comes from. */
export type From = Pick<Found, "source" | "number">

/** Where readings go. Throws `CannotWrite` when nothing more can be written, `Unreadable` when only this reading cannot. */
export interface Destination {
  readonly put: (from: From, reading: Reading) => Promise<void>
  /** After the last page of each source, whether or not one was put. */
  readonly endSource: () => Promise<void>
  /** After the last source. */
  readonly close: () => Promise<void>
  /** Leaves nothing half written; in place of `close`, when the work is broken off. */
  readonly abandon: () => void
}

/** The place readings go to is closed, full, or holds only one: there is no sense in reading on. */
export class CannotWrite extends Error {
  readonly place: string
  readonly remedy: string
  constructor(place: string, reason: string, { remedy, cause }: { readonly remedy: string; readonly cause?: unknown }) {
    super(reason, { cause })
    this.name = "CannotWrite"
    this.place = place
    this.remedy = remedy
  }

  /** Whether the reader at the other end of the pipe went away (`| head`), which is no failure. */
  get readerLeft(): boolean {
    return codeOf(this.cause) === "EPIPE"
  }
}

/** What the operating system says when a write fails. */
export function cannotWrite(place: string, cause: unknown): CannotWrite {
  const [reason, remedy] = FAULTS[codeOf(cause)] ?? [`it cannot be written to (${(cause as Error).message})`, "choose another place"]
  return new CannotWrite(place, reason, { remedy, cause })
}

const FAULTS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOSPC: ["its disk is full", "make room, or choose another place"],
  EDQUOT: ["your share of its disk is full", "make room, or choose another place"],
  EACCES: ["it may not be written to", "choose a folder of yours"],
  EPERM: ["it may not be written to", "choose a folder of yours"],
  ENOENT: ["its folder is not there", "make the folder, or choose another place"],
  EISDIR: ["it is a folder", "choose the name of a file"],
  EROFS: ["it may only be read", "choose another folder"],
  EEXIST: ["it is a file", "choose a folder"],
  ENOTDIR: ["it leads through a file", "choose a folder"],
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : ""
}

/**
 * Writes readings to a stream one after another, each as soon as it is made, at the pace of who reads it. A list is begun for
 * `several` sources and for records, however many are read in the end, so that a program knows what to expect.
 */
export function toStream(form: Form, stream: NodeJS.WritableStream, several = false): Destination {
  let chosen = form
  let count = 0
  return {
    async put(from, reading) {
      if (count === 0 && (several || from.number !== null)) chosen = form.list ?? form
      if (count > 0 && !chosen.many) throw onlyOne(form)
      await write(stream, (count === 0 ? chosen.head : chosen.between) + chosen.write(reading))
      count++
    },
    async endSource() {},
    async close() {
      if (count > 0 && chosen.foot) await write(stream, chosen.foot)
    },
    abandon() {},
  }
}

/** For formats of which one file holds one reading. */
function onlyOne({ name }: Form): CannotWrite {
  return new CannotWrite("standard output", `it can hold only one reading as ${name}`, { remedy: "give --out DIR, for a file for each" })
}

function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, error => (error ? reject(cannotWrite("standard output", error)) : resolve()))
  })
}
