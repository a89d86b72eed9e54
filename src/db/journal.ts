import { closeSync, fsyncSync, openSync } from "node:fs"
import { appendFile, type FileHandle, open } from "node:fs/promises"
import { dirname } from "node:path"
import { frameBytes, framed, HEAD_BYTES, MARK, unframed } from "./frame.ts"

/** A line of the journal and where the next one begins, in bytes. */
export interface Kept {
  readonly line: string
  readonly end: number
}

/** What could not be read back: bytes from `start` up to `end`. */
export interface Damage {
  readonly start: number
  readonly end: number
}

/**
 * A file that only grows: each line is there whole, and on the disk, before `append` resolves. What was broken off while it was written
 * is set aside in `FILE.torn` when the file is next opened; what is damaged later is passed over, and every whole line still comes back.
 */
export class FileJournal {
  readonly #file: FileHandle
  #end: number

  private constructor(file: FileHandle, end: number) {
    this.#file = file
    this.#end = end
  }

  /** Opens or makes it. `known` is a position up to which it was found whole before; what follows is looked through. */
  static async open(path: string, known = 0): Promise<FileJournal> {
    const file = await open(path, "a+").then(async made => {
      await made.close()
      return open(path, "r+")
    })
    syncFolder(dirname(path))
    const { size } = await file.stat()
    const end = await wholeUpTo(file, known <= size ? known : 0, size)
    if (end < size) await setAside(file, path, end, size)
    return new FileJournal(file, end)
  }

  /** Where the next line will begin. */
  get end(): number {
    return this.#end
  }

  /** Writes lines and waits until they are on the disk. Gives the position after them. When it fails, none of them is there. */
  async append(lines: readonly string[]): Promise<number> {
    const bytes = Buffer.concat(lines.map(framed))
    try {
      await writeWhole(this.#file, bytes, this.#end)
      await this.#file.datasync()
    } catch (error) {
      await this.#file.truncate(this.#end).catch(() => {})
      throw error
    }
    this.#end += bytes.length
    return this.#end
  }

  /** The lines from a position on, in order. `damaged` is told what could not be read. */
  async *lines(from = 0, damaged: (damage: Damage) => void = () => {}): AsyncGenerator<Kept> {
    for (let at = from; at < this.#end; ) {
      const frame = await frameAt(this.#file, at, this.#end)
      const line = frame && unframed(frame)
      if (frame && line !== null) {
        at += frame.length
        yield { line, end: at }
      } else {
        const next = await nextMark(this.#file, at + 1, this.#end)
        damaged({ start: at, end: next })
        at = next
      }
    }
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

async function writeWhole(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at, position + at)).bytesWritten
}

/** The frame at a position; null when none begins there, or it does not end before `size`. */
async function frameAt(file: FileHandle, at: number, size: number): Promise<Buffer | null> {
  const bytes = frameBytes(await bytesAt(file, at, Math.min(HEAD_BYTES, size - at)))
  return bytes !== null && at + bytes <= size ? bytesAt(file, at, bytes) : null
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, at)
  return buffer.subarray(0, bytesRead)
}

/** Where the next frame seems to begin; `size` when there is none. */
async function nextMark(file: FileHandle, from: number, size: number): Promise<number> {
  for (let at = from; at < size; at += CHUNK_BYTES - MARK.length) {
    const found = (await bytesAt(file, at, Math.min(CHUNK_BYTES, size - at))).indexOf(MARK)
    if (found >= 0) return at + found
  }
  return size
}

const CHUNK_BYTES = 1 << 20

/** The end of the last whole frame. Only what follows it was broken off; damage before it stays where it is. */
async function wholeUpTo(file: FileHandle, from: number, size: number): Promise<number> {
  let end = from
  for (let at = from; at < size; ) {
    const frame = await frameAt(file, at, size)
    if (frame && unframed(frame) !== null) {
      at += frame.length
      end = at
    } else at = await nextMark(file, at + 1, size)
  }
  return end
}

async function setAside(file: FileHandle, path: string, end: number, size: number): Promise<void> {
  await appendFile(`${path}.torn`, await bytesAt(file, end, size - end))
  await file.truncate(end)
  await file.sync()
}

/** A new file's name is on the disk only when its folder is. Not every system lets a folder be synced. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r")
    fsyncSync(handle)
    closeSync(handle)
  } catch {}
}
