import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Board, ClaimSheet, Job, JudgementLine, UnnamedPage } from "../../src/server/index.ts"
import { ROUTES } from "../../src/server/index.ts"
import { type Fresh, STORES } from "../ledger/given.ts"
import { GAZETTE, POST, POST_LATER, RADIO } from "../ledger/story.ts"
import { Client, WRITING, worldWith } from "./given.ts"

describe.each(STORES)("what changes a ledger on %s", (_, fresh) => {
  let own: Fresh
  let client: Client
  beforeAll(async () => {
    own = await fresh()
    client = new Client(worldWith(own.ledger))
  }, 60_000)
  beforeEach(async () => {
    await added({ sources: [{ kind: "text", ...POST, authors: undefined }], publisher: "The Harbor Post", published: "2025-11-20" })
    await added({ sources: [{ kind: "text", ...RADIO }], publisher: "Coast Radio", published: "2025-11-21" })
  })
  afterAll(() => own.drop())

  async function done(id: string): Promise<Job> {
    const events = await (await client.ask(`/api/jobs/${id}/events`)).text()
    const jobs = [...events.matchAll(/^event: job\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as Job)
    for (const job of jobs) expect(ROUTES.job.answer.safeParse(job).error).toBeUndefined()
    expect(jobs.at(-1)!.state).toBe("done")
    return jobs.at(-1)!
  }

  async function added(body: unknown): Promise<Job> {
    const response = await client.send("/api/articles", body)
    expect(response.status).toBe(202)
    const job = (await response.json()) as Job
    expect(response.headers.get("location")).toBe(`/api/jobs/${job.id}`)
    return done(job.id)
  }

  const contested = async () => (await client.json<Board>("/api/claims?contested")).items[0]!

  test("texts are read and entered, once", async () => {
    const job = await added({
      sources: [{ kind: "text", text: POST.text, title: POST.title, url: POST.url }],
      publisher: "The Harbor Post",
      published: "2025-11-20",
    })
    expect(job.items[0]).toMatchObject({ source: POST.title, state: "done", outcome: "known", problem: null })
    const sheet = await client.json<{ text: string }>(`/api/articles/${job.items[0]!.article}`)
    expect(sheet.text).toContain("north gate")
  })

  test("what fails is told in words, source by source, and the others are done", async () => {
    const job = await added({
      sources: [
        { kind: "url", url: "https://away.example/story" },
        { kind: "text", text: " " },
        { kind: "text", title: "Ferry line closes pier", text: GAZETTE.text },
      ],
    })
    expect(job).toMatchObject({ total: 3, done: 3, failed: 2 })
    expect(job.items.map(({ state }) => state)).toEqual(["failed", "failed", "done"])
    expect(job.items[0]!.problem).toEqual({ reason: "no server is called away.example", remedy: "check the address" })
  })

  test("files of all kinds come in a form, records each on its own", async () => {
    const form = new FormData()
    form.append("file", new File([`<html><body><article><h1>Gate</h1><p>${RADIO.text}</p></article></body></html>`], "../../story.html"))
    form.append("file", new File([[POST_LATER, GAZETTE, { text: 7 }].map(each => JSON.stringify(each)).join("\n")], "records.jsonl"))
    form.append("file", new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])], "report.pdf"))
    form.append("text", "Mayor Elena Ruiz said on Monday that the bridge would open.")
    const response = await client.ask("/api/articles", { method: "POST", body: form, headers: WRITING })
    const job = await done(((await response.json()) as Job).id)
    const told = job.items.map(({ source, state }) => `${source} ${state}`)
    expect(told.slice(0, 4)).toEqual(["pasted text done", "../../story.html done", "records.jsonl:1 done", "report.pdf failed"])
    expect(told.slice(4).sort()).toEqual(["records.jsonl:2 done", "records.jsonl:3 failed"])
  })

  test("why sources are not named is told in the outlet's words", async () => {
    const text = `The ferry had no lights, said a sailor, who asked not to be named because the inquiry is not public.

A pilot who was not authorized to speak to reporters said the pier was dark. Martin Brask said the pier was open.`
    await added({ sources: [{ kind: "text", title: "Dark pier", text }], publisher: "Northland Courier", published: "2025-11-22" })
    const { items } = await client.json<UnnamedPage>("/api/unnamed")
    const courier = items.find(({ outlet }) => outlet.name === "Northland Courier")!
    expect(courier.described.map(({ words }) => words)).toContain("a sailor")
    expect(courier).toMatchObject({ articles: 1, of: 1 })
    expect(courier.reasons.map(({ words }) => words).sort()).toEqual(["because the inquiry is not public", "not authorized to speak"])
  })

  test("a claim is dismissed with a reason, and comes back when that is undone", async () => {
    const { id } = await contested()
    const made = await client.send("/api/judgements", { who: "Ana Prieto", why: "<b>no news</b>", ruling: { kind: "dismiss", id } })
    expect(made.status).toBe(201)
    const judgement = (await made.json()) as JudgementLine
    expect(judgement).toMatchObject({ who: "Ana Prieto", why: "<b>no news</b>", undoneBy: null })
    const there = async () => (await client.json<Board>("/api/claims?limit=200")).items.some(each => each.id === id)
    expect(await there()).toBe(false)
    const undone = await client.send(`/api/judgements/${judgement.id}/undo`, { who: "Ana Prieto", why: "it is news" })
    expect(undone.status).toBe(201)
    expect(await there()).toBe(true)
    const history = await client.json<{ items: JudgementLine[] }>("/api/judgements")
    expect(history.items.find(each => each.id === judgement.id)!.undoneBy).toBe(((await undone.json()) as JudgementLine).id)
    const sheet = await client.json<ClaimSheet>(`/api/claims/${id}`)
    expect(sheet.judgements.length).toBeGreaterThan(0)
  })

  test.each([
    [{ who: "", why: "x", ruling: { kind: "dismiss", id: "claim_00" } }, 400],
    [{ who: "Ana", why: "x", ruling: { kind: "shout" } }, 400],
    [{ who: "Ana", why: "x\u0000", ruling: { kind: "dismiss", id: "claim_00" } }, 400],
    [{ who: "Ana", why: "x", ruling: { kind: "dismiss", id: "claim_00" } }, 422],
    [{ who: "Ana", why: "x", ruling: { kind: "undo", judgement: "judgement_00" } }, 422],
  ])("a judgement that makes no sense is refused: %j", async (body, status) => {
    expect((await client.send("/api/judgements", body)).status).toBe(status)
  })

  test("whoever listens is told of denials and changes, and goes on after a break", async () => {
    const events = (after?: string) => listen(client, "/api/events", after)
    const live = await events()
    await added({
      sources: [
        {
          kind: "text",
          title: "Pier",
          url: "https://coastradio.example/pier",
          text: "Martin Brask, a spokesman for the ferry line, denied that the pier was closed.",
        },
      ],
      publisher: "Coast Radio",
      published: "2025-11-24",
    })
    const denial = await live.until("denial")
    expect(denial.data).toMatchObject({ kind: "denial", evidence: { stance: "denies" } })
    expect(ROUTES.events.answer.safeParse(denial.data).error).toBeUndefined()
    await live.leave()
    await added({
      sources: [
        {
          kind: "text",
          title: "Pier",
          url: "https://coastradio.example/pier",
          text: "Martin Brask, a spokesman for the ferry line, confirmed that the pier was closed.",
        },
      ],
      publisher: "Coast Radio",
      published: "2025-11-24",
    })
    const again = await events(denial.id)
    const change = await again.until("change")
    expect(change.data).toMatchObject({ kind: "change", article: { versions: 2 } })
    await again.leave()
  })
})

interface Heard {
  readonly name: string
  readonly id: string
  readonly data: unknown
}

/** Listens to a stream of events. */
async function listen(client: Client, path: string, after?: string) {
  const response = await client.ask(path, after === undefined ? {} : { headers: { "last-event-id": after } })
  const reader = response.body!.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader()
  let text = ""
  const next = (name: string): Heard | null => {
    const found = new RegExp(`id: (.*)\nevent: ${name}\ndata: (.*)\n\n`).exec(text)
    return found && { name, id: found[1]!, data: JSON.parse(found[2]!) }
  }
  await reader.read().then(({ value }) => (text += value))
  // The desk looks into the ledger once before it begins to tell.
  await new Promise(resolve => setTimeout(resolve, 300))
  return {
    async until(name: string): Promise<Heard> {
      for (let found = next(name); ; found = next(name)) {
        if (found) return found
        const { value, done } = await reader.read()
        if (done) throw new Error(`The stream ended without “${name}”: ${text}`)
        text += value
      }
    },
    leave: () => reader.cancel(),
  }
}
