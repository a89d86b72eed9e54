import { mkdir, open, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { mayHoldLedger, Unavailable } from "../db/index.ts"
import { EXPORTS, exported, TABLES } from "../export/index.ts"
import { type Ledger, snapshot } from "../ledger/index.ts"
import { complaint, remark } from "./complaint.ts"
import { CannotWrite, cannotWrite } from "./destination.ts"
import { openAt, placeOf, troubleAt } from "./place.ts"

/** The options of `hearsay export`, as the command line gives them. */
export interface ExportCommand {
  readonly ledger?: string
  readonly format: string
  readonly table?: string
  readonly out?: string
}

/** Runs `hearsay export`; gives the exit status: 1 where part of the journal could not be read back. */
export async function runExport(command: ExportCommand): Promise<0 | 1> {
  const place = placeOf(command.ledger)
  let faults = 0
  try {
    if (!mayHoldLedger(place))
      throw new Unavailable(place, "there is no ledger yet", { remedy: "record something first: hearsay add SOURCE" })
    const opened = await openAt(place, "hearsay export")
    try {
      const held = await snapshot(opened.ledger.db)
      await writeAll({ ...opened.ledger, db: held.db }, command, ({ start, end }) => {
        faults++
        console.error(remark(`${place}: bytes ${start} to ${end} of its journal are damaged; all other entries are whole`))
      }).finally(held.end)
    } finally {
      await opened.close().catch(() => {})
    }
    return faults > 0 ? 1 : 0
  } catch (error) {
    if (error instanceof CannotWrite) {
      if (error.readerLeft) return 0
      console.error(complaint(error.place, { reason: error.message, remedy: error.remedy }))
      return 1
    }
    const { name, ...trouble } = await troubleAt(command.ledger, error)
    console.error(complaint(name, trouble))
    return 1
  }
}

type Damaged = (damage: { readonly start: number; readonly end: number }) => void

/** Each table into a file of its own, or everything into one, or to standard output. */
async function writeAll(ledger: Ledger, { format, table, out }: ExportCommand, damaged: Damaged): Promise<void> {
  const pieces = (name = table) => exported(ledger, format, { damaged, ...(name !== undefined && { table: name }) })
  if (out === undefined) return toStandardOutput(pieces())
  if (table !== "all") return toFile(out, pieces())
  const { extension } = EXPORTS.find(({ name }) => name === format)!
  await mkdir(out, { recursive: true }).catch(failing(out))
  for (const { name } of TABLES) await toFile(join(out, `${name}${extension}`), pieces(name))
}

async function toStandardOutput(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const piece of pieces)
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(piece, error => (error ? reject(cannotWrite("standard output", error)) : resolve()))
    })
}

/** Under a passing name until it is whole, so that a file of this name is never half an export. */
async function toFile(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const making = `${path}.part`
  const file = await open(making, "w").catch(failing(path))
  try {
    for await (const piece of pieces) await file.appendFile(piece).catch(failing(path))
    await file.close().catch(failing(path))
    await rename(making, path).catch(failing(path))
  } catch (error) {
    await file.close().catch(() => {})
    await rm(making, { force: true })
    throw error
  }
}

function failing(path: string): (cause: unknown) => never {
  return cause => {
    throw cannotWrite(path, cause)
  }
}
