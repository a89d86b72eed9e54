import { userInfo } from "node:os"
import { enter, type Ruling } from "../ledger/index.ts"
import { complaint } from "./complaint.ts"
import { openAt, placeOf, troubleAt } from "./place.ts"

/** Enters a judgement; gives the exit status. What is printed is in the ledger for good. */
export async function runJudge(
  ruling: Ruling,
  options: { readonly ledger?: string; readonly who?: string; readonly why?: string },
): Promise<0 | 1> {
  try {
    const opened = await openAt(placeOf(options.ledger), "hearsay judge")
    try {
      const [entered] = await enter(opened.ledger, [
        { entry: "judgement", at: new Date().toISOString(), who: options.who ?? userInfo().username, why: options.why ?? "", ruling },
      ])
      if (entered && "failure" in entered) throw entered.failure
      console.log(`${entered?.id} recorded in ${opened.place}`)
      return 0
    } finally {
      await opened.close().catch(() => {})
    }
  } catch (error) {
    const { name, ...trouble } = await troubleAt(options.ledger, error)
    console.error(complaint(name, trouble))
    return 1
  }
}
