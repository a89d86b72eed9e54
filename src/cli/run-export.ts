import { mayHoldLedger, Unavailable } from "../db/index.ts"
import { entriesOf } from "../ledger/index.ts"
import { complaint, remark } from "./complaint.ts"
import { openAt, placeOf, troubleAt } from "./place.ts"

/** Runs `hearsay export`; gives the exit status: 1 where part of the journal could not be read back. */
export async function runExport({ ledger }: { readonly ledger?: string }): Promise<0 | 1> {
  const place = placeOf(ledger)
  let faults = 0
  try {
    if (!mayHoldLedger(place))
      throw new Unavailable(place, "there is no ledger yet", { remedy: "record something first: hearsay add SOURCE" })
    const opened = await openAt(place, "hearsay export")
    try {
      const entries = entriesOf(opened.ledger, ({ start, end }) => {
        faults++
        console.error(remark(`${place}: bytes ${start} to ${end} of its journal are damaged; all other entries are whole`))
      })
      for await (const entry of entries) await put(`${JSON.stringify(entry)}\n`)
    } finally {
      await opened.close().catch(() => {})
    }
    return faults > 0 ? 1 : 0
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EPIPE") return 0
    const { name, ...trouble } = await troubleAt(ledger, error)
    console.error(complaint(name, trouble))
    return 1
  }
}

function put(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, error => (error ? reject(error) : resolve())))
}
