import type { Hono } from "hono"
import { FORMATS } from "../../core/index.ts"
import { entriesOf, type Ledger } from "../../ledger/index.ts"
import { answer, found, respond } from "../answer.ts"
import { ROUTES } from "../contract/index.ts"
import { atom, type Feed } from "../desk/atom.ts"
import { agentFeed, claimFeed, searchFeed } from "../desk/feeds.ts"
import { given, type House } from "./shared.ts"

/** Jobs, events, feeds, exports: what goes on after its first byte, or is no JSON. */
export function streamRoutes(app: Hono, { ledger, jobs, desk, streams }: House): void {
  const { db } = ledger
  answer(app, ROUTES.job, ({ params }) => found(jobs.get(params.id), "job"))
  respond(app, ROUTES.jobEvents, ({ params }) => {
    const { id } = found(jobs.get(params.id), "job")
    return streams.open((send, end) => {
      const tell = () => {
        const job = jobs.get(id)
        if (job) send({ name: "job", data: job })
        if (!job || job.state === "done") end()
      }
      const stop = jobs.hear(id, tell)
      tell()
      return stop
    })
  })
  respond(app, ROUTES.events, ({ context }) => {
    const last = context.req.header("last-event-id")
    const after = last !== undefined && /^-?\d{1,15}$/.test(last) ? Number(last) : null
    return streams.open(send =>
      desk.hear(after, told => {
        for (const { place, news } of told) send({ name: news.kind, data: news, id: String(place) })
      }),
    )
  })
  respond(app, ROUTES.claimFeed, async ({ params, context }) => feed(await claimFeed(db, params.id, baseOf(context.req.raw))))
  respond(app, ROUTES.agentFeed, async ({ params, context }) => feed(await agentFeed(db, params.id, baseOf(context.req.raw))))
  respond(app, ROUTES.searchFeed, async ({ query, context }) => {
    const { search } = new URL(context.req.url)
    return feed(await searchFeed(db, given(query), { base: baseOf(context.req.raw), search }))
  })
  respond(app, ROUTES.export, ({ query }) => exported(ledger, query.format ?? "jsonl"))
}

function feed(told: Feed): Response {
  return new Response(atom(told), { headers: { "content-type": "application/atom+xml; charset=utf-8" } })
}

/** The address under which we were asked: its name was checked before. */
function baseOf(request: Request): string {
  const { protocol, host } = new URL(request.url)
  return `${protocol}//${request.headers.get("host") ?? host}`
}

function exported(ledger: Ledger, format: "jsonl" | "csv"): Response {
  const lines = format === "csv" ? csvOf(ledger) : jsonlOf(ledger)
  const type = format === "csv" ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson"
  const headers = { "content-type": type, "content-disposition": `attachment; filename="hearsay.${format}"`, "cache-control": "no-store" }
  return new Response(streamOf(lines), { headers })
}

async function* jsonlOf(ledger: Ledger): AsyncGenerator<string> {
  for await (const entry of entriesOf(ledger)) yield `${JSON.stringify(entry)}\n`
}

async function* csvOf(ledger: Ledger): AsyncGenerator<string> {
  const { head, between, foot, write } = FORMATS.find(({ name }) => name === "csv")!
  let before = head
  for await (const entry of entriesOf(ledger)) {
    if (entry.entry !== "reading") continue
    yield before + write(entry.reading)
    before = between
  }
  yield foot
}

/** Asks for the next piece only when the last one was taken, so that a slow listener costs no memory. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(out) {
      const { value, done } = await pieces.next()
      if (done) out.close()
      else out.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
