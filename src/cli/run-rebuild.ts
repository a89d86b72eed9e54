import { dropStore, isServer, mayHoldLedger, Unavailable } from "../db/index.ts"
import { extent, type Replay, rebuild } from "../ledger/index.ts"
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
    if (!isServer(place)) await dropStore(place, "hearsay rebuild")
    const opened = await openAt(place, "hearsay rebuild", replay)
    try {
      if (isServer(place)) await rebuild(opened.ledger, replay)
      await opened.tidy()
      progress.clear()
      const { articles, statements, claims } = await extent(opened.ledger.db)
      console.log(`${articles} articles, ${statements} statements, ${claims} claims in ${opened.place}`)
    } finally {
      await opened.close().catch(() => {})
    }
    return faults > 0 ? 1 : 0
  } catch (error) {
    progress.clear()
    const { name, ...trouble } = await troubleAt(ledger, error)
    console.error(complaint(name, trouble))
    return 1
  }
}
