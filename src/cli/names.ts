import { basename, extname } from "node:path"
import type { From } from "./destination.ts"
import { isAddress } from "./source.ts"

/**
 * The name of a source's reading, without an extension: “story” for pages/story.html, the last part of an address or else its
 * host, “stdin” for `-`. Whatever the source is called, this is the name of a file in a folder, and never a way out of it.
 */
export function stemOf({ source }: Pick<From, "source">): string {
  if (source === "-") return "stdin"
  return safe(isAddress(source) ? stemOfAddress(source) : basename(source, extname(source)))
}

function stemOfAddress(address: string): string {
  if (!URL.canParse(address)) return "page"
  const { hostname, pathname } = new URL(address)
  const last = pathname.split("/").findLast(part => part !== "")
  return last ? plain(basename(last, extname(last))) : hostname
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** What no file system takes in a name, and leading dots, which hide a file or climb out of a folder. Names end by 255 bytes. */
function safe(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const cleaned = name.normalize("NFC").replace(/[\p{Cs}\u0000-\u001f\u007f-\u009f/\\:*?"<>|]+/gu, "-")
  const cut = withinBytes(cleaned.replace(/^[.\s-]+/, ""), MAX_BYTES)
  return cut.replace(/[.\s]+$/, "") || "page"
}

/** What a directory entry holds is 255 bytes; this leaves room for a number and an extension. */
const MAX_BYTES = 230

/** As many whole characters as fit, in UTF-8. */
function withinBytes(name: string, most: number): string {
  let bytes = 0
  let kept = ""
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > most) break
    kept += character
  }
  return kept
}

/** Gives out names of which no two are the same, not even where capitals do not count. */
export class Names {
  readonly #takenBy = new Map<string, string>()
  readonly #next = new Map<string, number>()

  /** `stem` where it is free, else “stem-2”, “stem-3” …; `instead` tells who has the plain name. */
  take(stem: string, owner: string): { readonly name: string; readonly instead: string | null } {
    const first = this.#takenBy.get(key(stem)) ?? null
    let name = stem
    for (let number = this.#next.get(key(stem)) ?? 2; this.#takenBy.has(key(name)); number++) {
      name = `${stem}-${number}`
      this.#next.set(key(stem), number + 1)
    }
    this.#takenBy.set(key(name), owner)
    return { name, instead: first }
  }
}

function key(name: string): string {
  return name.toLowerCase()
}
