import { useEffect, useState } from "preact/hooks"

/** Where in the pages one is. */
export interface Place {
  readonly path: string
  readonly query: URLSearchParams
  /** The id after “#”; empty when there is none. */
  readonly part: string
}

const heard = new Set<() => void>()

function tellAll(): void {
  for (const each of heard) each()
}

function here(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search), part: decodeURIComponent(location.hash.slice(1)) }
}

/** Goes to an address of ours. `instead`: the one before is not kept to go back to. */
export function go(address: string, { instead = false } = {}): void {
  const from = location.pathname
  history[instead ? "replaceState" : "pushState"](null, "", address)
  if (location.pathname !== from) {
    arriving = true
    window.scrollTo(0, 0)
  }
  tellAll()
}

/** Whether a link has just been followed, so that the new page's heading is to be announced. */
let arriving = false

/** Asked once by a heading that comes up: whether it is to take the focus. */
export function hasArrived(): boolean {
  const is = arriving
  arriving = false
  return is
}

/** The place, kept up to date. */
export function usePlace(): Place {
  const [place, setPlace] = useState(here)
  useEffect(() => {
    const again = () => setPlace(here())
    heard.add(again)
    return () => void heard.delete(again)
  }, [])
  return place
}

/** Follows links of ours without loading a page anew. Those with a modifier key, a target or a download are the browser's. */
export function followLinks(): void {
  addEventListener("popstate", tellAll)
  document.addEventListener("click", event => {
    const link = (event.target as Element).closest?.("a")
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (link.target || link.hasAttribute("download") || link.origin !== location.origin || /^\/(?:api|feeds)\//.test(link.pathname)) return
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return
    event.preventDefault()
    go(link.pathname + link.search + link.hash)
  })
}

/** The present address with some of its questions changed; empty ones are left out. */
export function withQuery(query: URLSearchParams, changes: Readonly<Record<string, string>>, at = location.pathname): string {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  const words = next.toString()
  return at + (words && `?${words}`)
}
