import { useEffect, useState } from "preact/hooks"
import type { News } from "../contract.ts"
import { renew } from "./answers.ts"

/** What happened since the pages were opened, the newest first, without mere revisions. */
export type Item = Exclude<News, { readonly kind: "revision" }>

/** The server's events as they come in. */
export interface Feed {
  readonly items: readonly Item[]
  /** Whether the connection is broken. It is made again without anyone's doing. */
  readonly isBroken: boolean
}

let feed: Feed = { items: [], isBroken: false }
const heard = new Set<() => void>()
const MOST_ITEMS = 30
/** Many entries in a row make one renewal. */
const SETTLE_MS = 800
/** A browser connects again by itself unless the server refuses; then it is tried after so long. */
const AGAIN_MS = 10_000
/** A browser that wakes up is connected again sooner than this; nobody needs to be told. */
const PATIENCE_MS = 3_000
/** The timer that will tell of the break; 0 where there is none. */
let breaking = 0
/** The timer that will try again after a refusal. */
let retry = 0

function tell(change: Partial<Feed>): void {
  feed = { ...feed, ...change }
  for (const each of heard) each()
}

/** Listens to the server's events for as long as the pages are open. What came to be while the connection was broken is asked for anew. */
export function listen(): void {
  clearTimeout(retry)
  const source = new EventSource("/api/events")
  let timer = 0
  const settle = () => {
    clearTimeout(timer)
    timer = window.setTimeout(renew, SETTLE_MS)
  }
  const take = (event: MessageEvent<string>) => {
    const news = JSON.parse(event.data) as News
    if (news.kind !== "revision") tell({ items: [news, ...feed.items].slice(0, MOST_ITEMS) })
    settle()
  }
  for (const kind of ["denial", "change", "revision"]) source.addEventListener(kind, take)
  source.onopen = () => {
    retry = 0
    if (breaking === 0) return
    clearTimeout(breaking)
    breaking = 0
    tell({ isBroken: false })
    settle()
  }
  source.onerror = () => {
    breaking ||= window.setTimeout(() => tell({ isBroken: true }), PATIENCE_MS)
    if (source.readyState !== EventSource.CLOSED) return
    retry = window.setTimeout(listen, AGAIN_MS)
  }
}

/** Whether the server has refused to tell events, as it does to those who may not read. */
export function isRefused(): boolean {
  return retry !== 0
}

/** The news as they come in. */
export function useFeed(): Feed {
  const [, setCount] = useState(0)
  useEffect(() => {
    const again = () => setCount(count => count + 1)
    heard.add(again)
    return () => void heard.delete(again)
  }, [])
  return feed
}
