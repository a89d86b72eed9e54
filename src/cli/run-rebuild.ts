import { isServer, mayHoldLedger, openBeside, Unavailable } from "../db/index.ts"
import { type Db, extent, inFile, openLedger, type Replay, rebuild, type Tables } from "../ledger/index.ts"
import { complaint, remark } from "./complaint.ts"
import { openAt, placeOf, troubleAt } from "./place.ts"
import { noProgress, progressOn } from "./progress.ts"

/** Runs `hearsay rebuild`; gives the exit status: 1 where part of the journal could not be read back. */
export async function runRebuild({ ledger }: { readonly ledger?: string }): Promise<0 | 1> {
  const place = placeOf(ledger)
  const progress = process.stderr.isTTY ? progressOn(process.stderr) : noProgress
  let faults = 0
  const replay: Replay = {
    done: count => progress.at(`${count} entries`),
    damaged({ start, end }) {
      faults++
      console.error(remark(`${place}: bytes ${start} to ${end} of its journal are damaged; all other entries are whole`))
    },
    failed(fault) {
      faults++
      console.error(remark(`${place}: an entry was left out: ${fault instanceof Error ? fault.message : String(fault)}`))
    },
  }
  try {
    if (!mayHoldLedger(place)) throw new Unavailable(place, "there is no ledger", { remedy: "record something first: hearsay add SOURCE" })
    const told = await (isServer(place) ? onServer(place, replay) : inFolder(place, replay))
    progress.clear()
    console.log(told)
    return faults > 0 ? 1 : 0
  } catch (error) {
    progress.clear()
    const { name, ...trouble } = await troubleAt(ledger, error)
    console.error(complaint(name, trouble))
    return 1
  }
}

/** In one transaction: until it ends, everyone sees the ledger as it was. */
async function onServer(place: string, replay: Replay): Promise<string> {
  const opened = await openAt(place, "hearsay rebuild", replay)
  try {
    await rebuild(opened.ledger, replay)
    await opened.tidy()
    return await holds(opened.ledger.db, opened.place)
  } finally {
    await opened.close().catch(() => {})
  }
}

/** Beside the old store, which may be broken, and is there until the new one is whole. */
async function inFolder(place: string, replay: Replay): Promise<string> {
  const store = await openBeside<Tables>(place, "hearsay rebuild")
  try {
    const { db } = await openLedger(store.db, async () => inFile(await store.openJournal!(0)), replay)
    await store.tidy()
    const told = await holds(db, store.place)
    await store.replace()
    return told
  } catch (error) {
    await store.close().catch(() => {})
    throw error
  }
}

async function holds(db: Db, place: string): Promise<string> {
  const { articles, statements, claims } = await extent(db)
  return `${articles} articles, ${statements} statements, ${claims} claims in ${place}`
}
