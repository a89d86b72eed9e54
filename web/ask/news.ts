import { useEffect, useState } from "preact/hooks"
import type { News } from "../contract.ts"
import { renew } from "./answers.ts"

/** What happened since the pages were opened, the newest first, without mere revisions. */
export type Item = Exclude<News, { readonly kind: "revision" }>

let items: readonly Item[] = []
const heard = new Set<() => void>()
const MOST_ITEMS = 30
/** Many entries in a row make one renewal. */
const SETTLE_MS = 800

/** Listens to the server's events for as long as the pages are open. A browser connects again by itself. */
export function listen(): void {
  const source = new EventSource("/api/events")
  let timer = 0
  const take = (event: MessageEvent<string>) => {
    const news = JSON.parse(event.data) as News
    if (news.kind !== "revision") items = [news, ...items].slice(0, MOST_ITEMS)
    clearTimeout(timer)
    timer = window.setTimeout(renew, SETTLE_MS)
    for (const each of heard) each()
  }
  for (const kind of ["denial", "change", "revision"]) source.addEventListener(kind, take)
}

/** The news as they come in. */
export function useNews(): readonly Item[] {
  const [, setCount] = useState(0)
  useEffect(() => {
    const again = () => setCount(count => count + 1)
    heard.add(again)
    return () => void heard.delete(again)
  }, [])
  return items
}
