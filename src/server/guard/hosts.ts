import { Wrong } from "../problems.ts"

/**
 * Refuses requests under a name that is not ours: a page of a stranger whose name was pointed at this machine (DNS rebinding) asks under its
 * own name. Addresses written in numbers cannot be rebound, and "localhost" is this machine by RFC 6761.
 */
export function checkHost(request: Request, names: readonly string[]): void {
  const { hostname } = new URL(request.url)
  const host = request.headers.get("host")
  if (isOurs(hostname, names) && (host === null || isOurs(nameIn(host), names))) return
  throw new Wrong(
    "misdirected",
    "this server does not go by that name",
    "ask for it by the address it printed, or start it with --name NAME",
  )
}

function isOurs(name: string, names: readonly string[]): boolean {
  const lower = name.toLowerCase().replace(/\.$/, "")
  return lower === "localhost" || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(lower) || /^\[[0-9a-f:.]+\]$/.test(lower) || names.includes(lower)
}

function nameIn(host: string): string {
  return host.replace(/:\d{1,5}$/, "")
}

/**
 * Refuses what another site's page sends on behalf of whoever looks at it. Browsers name the origin of every request that could change
 * something (the Fetch standard), and programs name none.
 */
export function checkOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return
  const origin = request.headers.get("origin")
  const site = request.headers.get("sec-fetch-site")
  const host = request.headers.get("host") ?? new URL(request.url).host
  const own = origin === null || (URL.canParse(origin) && new URL(origin).host === host)
  if (own && site !== "cross-site") return
  throw new Wrong("forbidden", "the request comes from a page of another site", "send it from the pages of this server, or from a program")
}
