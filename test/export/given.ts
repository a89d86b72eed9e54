import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { loadModel } from "../../model/index.ts"
import { read } from "../../src/core/index.ts"
import { exported } from "../../src/export/index.ts"
import { agents, claims, type Entry, enter, type Ledger, type Ruling, saidBy } from "../../src/ledger/index.ts"
import { ROOT } from "../../train/corpora.ts"
import { entryOf } from "../ledger/given.ts"
import { POST, POST_LATER } from "../ledger/story.ts"

/** The bundled story, and a page of another in two versions. */
function story(): readonly Entry[] {
  const model = loadModel()
  const folder = join(ROOT, "examples")
  const pages = readdirSync(folder).filter(name => name.endsWith(".html"))
  const bundled = pages.map((name, at): Entry => {
    const reading = read({ kind: "html", content: readFileSync(join(folder, name)) }, model)
    return { entry: "reading", at: `2025-11-24T09:${10 + at}:00.000Z`, reader: "test", reading }
  })
  return [...bundled, entryOf(POST, 0), entryOf(POST_LATER, 1)]
}

/** Enters the story, and a judgement of each kind on what it finds there. */
export async function recordStory(ledger: Ledger): Promise<void> {
  await enter(ledger, story())
  const { db } = ledger
  const ruiz = (await agents(db, "Elena Ruiz"))[0]!
  const [first, second, third] = (await saidBy(db, ruiz.id)).items
  const united = (await claims(db, { contested: true })).items.slice(0, 2)
  const taken = new Set([...united.map(({ id }) => id), ...[first, second, third].map(each => each?.claim)])
  const [one, two] = (await claims(db, { order: "newest" })).items.filter(({ id }) => !taken.has(id))
  const rulings: readonly Ruling[] = [
    { kind: "correct", statement: first!.id, field: "stance", value: "declines" },
    { kind: "dismiss", id: second!.id },
    { kind: "confirm", id: (third ?? first)!.id },
    { kind: "unite", what: "claims", ids: [united[0]!.id, united[1]!.id] },
    { kind: "dismiss", id: one!.id },
    { kind: "confirm", id: two!.id },
  ]
  const judged = await enter(ledger, rulings.map(judgement))
  const failure = judged.find(each => "failure" in each)
  if (failure) throw (failure as { failure: unknown }).failure
  await enter(ledger, [judgement({ kind: "undo", judgement: (judged[5] as { id: string }).id }, 6)])
}

function judgement(ruling: Ruling, minute: number): Entry {
  return { entry: "judgement", at: `2025-11-25T10:0${minute}:00.000Z`, who: "Ida Munk", why: "read it again", ruling }
}

export async function bytesOf(ledger: Ledger, format: string, table?: string): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of exported(ledger, format, table === undefined ? {} : { table })) pieces.push(piece)
  return Buffer.concat(pieces)
}

export async function textOf(ledger: Ledger, format: string, table?: string): Promise<string> {
  return (await bytesOf(ledger, format, table)).toString("utf8")
}
