import { readFileSync } from "node:fs"

/** Of the package this file is part of, built or not. */
export function version(): string {
  for (let folder = new URL(".", import.meta.url); folder.pathname !== "/"; folder = new URL("..", folder)) {
    try {
      return (JSON.parse(readFileSync(new URL("package.json", folder), "utf8")) as { version: string }).version
    } catch {}
  }
  return "unknown"
}
