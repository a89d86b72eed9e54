import type { Hono } from "hono"
import { EXPORTS, exported } from "../../export/index.ts"
import { type Ledger, revision } from "../../ledger/index.ts"
import { answer, found, respond } from "../answer.ts"
import { ROUTES } from "../contract/index.ts"
import { atom, type Feed } from "../desk/atom.ts"
import { agentFeed, claimFeed, searchFeed } from "../desk/feeds.ts"
import { Wrong } from "../problems.ts"
import { isTag } from "../tags.ts"
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
  respond(app, ROUTES.export, ({ query, context }) => exportOf(ledger, query, context.req.header("if-none-match")))
}

function feed(told: Feed): Response {
  return new Response(atom(told), { headers: { "content-type": "application/atom+xml; charset=utf-8" } })
}

/** The address under which we were asked: its name was checked before. */
function baseOf(request: Request): string {
  const { protocol, host } = new URL(request.url)
  return `${protocol}//${request.headers.get("host") ?? host}`
}

/**
 * The ledger as a stream. Its tag is that of the ledger when it was begun: what is entered meanwhile may be in it or not, and then the next
 * question finds another tag.
 */
async function exportOf(ledger: Ledger, { format = "jsonl", table }: Asked, seen: string | undefined): Promise<Response> {
  const { extension, mediaType, ofTable } = EXPORTS.find(({ name }) => name === format)!
  if (table !== undefined && !ofTable)
    throw new Wrong("malformed", `query.table: ${format} holds no table`, "leave it out, or ask for csv or parquet")
  const tag = `"${await revision(ledger.db)}"`
  const headers = { etag: tag, "cache-control": "no-cache", vary: "cookie, authorization" }
  if (isTag(seen, tag)) return new Response(null, { status: 304, headers })
  const name = ofTable ? `hearsay-${table ?? "statements"}` : "hearsay"
  return new Response(streamOf(exported(ledger, format, table === undefined ? {} : { table })), {
    headers: { ...headers, "content-type": mediaType, "content-disposition": `attachment; filename="${name}${extension}"` },
  })
}

interface Asked {
  readonly format?: string | undefined
  readonly table?: string | undefined
}

/** Asks for the next piece only when the last one was taken, so that a slow listener costs no memory. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(out) {
      const { value, done } = await pieces.next()
      if (done) out.close()
      else out.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
