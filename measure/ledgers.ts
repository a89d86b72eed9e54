import { readFileSync } from "node:fs"
import { join } from "node:path"
import { loadModel } from "../model/index.ts"
import { type Reading, read, Unreadable } from "../src/core/index.ts"
import { openStore, type Store } from "../src/db/index.ts"
import { inFile, inTable, type Ledger, openLedger, type Replay, type Tables } from "../src/ledger/index.ts"
import { corpus } from "../train/corpora.ts"

/** A ledger opened by a measure. */
export interface Open {
  readonly ledger: Ledger
  readonly store: Store<Tables>
}

export async function openAt(place: string, replay: Replay = {}): Promise<Open> {
  const store = await openStore<Tables>(place, "a measure")
  const { openJournal } = store
  return {
    store,
    ledger: await openLedger(store.db, async applied => (openJournal ? inFile(await openJournal(applied)) : inTable), replay),
  }
}

/** Readings of the first real articles that can be read; of each so many characters at most, to the end of a paragraph. */
export function* realReadings(count: number, { longest = Number.POSITIVE_INFINITY } = {}): Generator<Reading> {
  const model = loadModel()
  let made = 0
  for (const line of readFileSync(join(corpus("articles"), "articles.jsonl"), "utf8").split("\n")) {
    if (line === "") continue
    if (made >= count) return
    const { url, title, published, publisher, text } = JSON.parse(line) as Record<string, string | undefined>
    try {
      const day = published?.slice(0, 10) ?? ""
      yield read(
        {
          kind: "record",
          text: begin(text ?? "", longest),
          ...(url && { url }),
          ...(title && { title }),
          ...(publisher && { publisher }),
          ...(/^\d{4}-\d\d-\d\d$/.test(day) && { published: day }),
        },
        model,
      )
      made++
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
    }
  }
}

function begin(text: string, longest: number): string {
  if (text.length <= longest) return text
  const end = text.lastIndexOf("\n", longest)
  return text.slice(0, end > 0 ? end : longest)
}
