import { existsSync, readdirSync, readFileSync } from "node:fs"
import { extname } from "node:path"
import { fileURLToPath } from "node:url"
import type { PageFile } from "../server/index.ts"

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
}

/** The pages that come with the package, by their paths; none where they were not built. Files of other kinds are left out. */
export function builtPages(folder = new URL("../../web/", import.meta.url)): ReadonlyMap<string, PageFile> {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(fileURLToPath(folder), { recursive: true }).map(name => String(name).replaceAll("\\", "/"))
  return new Map(
    names.flatMap(name => {
      const type = TYPES[extname(name)]
      return type ? [[`/${name}`, { type, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }] as const] : []
    }),
  )
}
