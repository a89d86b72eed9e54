import { loadModel } from "../../model/index.ts"
import { pagesInFile } from "../../src/cli/index.ts"
import { read, Unreadable } from "../../src/core/index.ts"
import { enter, type Ledger } from "../../src/ledger/index.ts"
import { type App, hashOf, makeApp, type World } from "../../src/server/index.ts"
import { entryOf, type Fresh } from "../ledger/given.ts"
import { GAZETTE, POST, POST_LATER, RADIO } from "../ledger/story.ts"

const model = loadModel()

const TOKEN = "hearsay_test-token"

/** A world in which nothing is fetched, and a minute passes with every look at the clock. */
export function worldWith(ledger: Ledger, more: Partial<World> = {}): World {
  let minute = 0
  return {
    ledger,
    read: async page => read(page, model),
    fetchPage: url => Promise.reject(new Unreadable("no-such-host", `no server is called ${new URL(url).host}`, "check the address")),
    pagesIn: pagesInFile,
    now: () => new Date(Date.UTC(2025, 10, 25, 10, minute++)).toISOString(),
    version: "test",
    tokenHash: hashOf(TOKEN),
    readingOpen: true,
    names: ["ledger.example"],
    pages: new Map(),
    rates: null,
    note: () => {},
    ...more,
  }
}

/** A ledger with the story of the gate in it: four articles, one of them a later version. */
export async function withStory({ ledger }: Fresh): Promise<Ledger> {
  await enter(
    ledger,
    [POST, RADIO, POST_LATER, GAZETTE].map((page, minute) => entryOf(page, minute)),
  )
  return ledger
}

/** Requests of a program that holds the token, and of one that does not. */
export class Client {
  readonly app: App
  constructor(world: World) {
    this.app = makeApp(world)
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    return this.app.fetch(new Request(`http://localhost:4177${path}`, init))
  }

  async json<T>(path: string, init: RequestInit = {}): Promise<T> {
    return (await (await this.ask(path, init)).json()) as T
  }

  send(path: string, body: unknown, headers: Readonly<Record<string, string>> = WRITING): Promise<Response> {
    return this.ask(path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } })
  }
}

export const WRITING = { authorization: `Bearer ${TOKEN}` }
