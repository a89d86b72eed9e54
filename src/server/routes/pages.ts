import type { Hono } from "hono"
import { Wrong } from "../problems.ts"
import type { PageFile } from "../world.ts"

/** Files whose names hold a hash of what is in them never change. */
const UNCHANGING = /^\/assets\/.*[-.][\w-]{8,}\.\w+$/

/** Addresses of pages: all are one file, whose script shows what the address names. */
const PAGE = /^\/(?:(?:claims|articles|agents|unnamed)(?:\/[^/]{1,120})?|add|corrections|about)?$/

/**
 * The pages people see. All files are held in memory and found by their exact path, so that no path leads anywhere else. A browser that comes to
 * an address of nothing is told so by a page, with ways on; a program by a problem.
 */
export function pageRoutes(app: Hono, pages: ReadonlyMap<string, PageFile>): void {
  app.get("*", ({ req }) => {
    const file = pages.get(req.path)
    if (file) return sent(file, UNCHANGING.test(req.path) ? "public, max-age=31536000, immutable" : "no-cache")
    const index = pages.get("/index.html")
    if (index && PAGE.test(req.path)) return sent(index, "no-cache")
    if (index && req.header("accept")?.includes("text/html")) return sent(index, "no-cache", 404)
    throw new Wrong(
      "not-found",
      "there is nothing at this address",
      index ? "begin at /" : "the pages are not built; the API is at /api, its description at /api/openapi.json",
    )
  })
}

function sent({ bytes, type }: PageFile, caching: string, status = 200): Response {
  return new Response(bytes, { status, headers: { "content-type": type, "cache-control": caching } })
}
