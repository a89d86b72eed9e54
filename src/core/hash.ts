import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"

/** How much of a SHA-256 an id keeps: 64 bits, so that two of a million ids meet once in 37 million ledgers. */
const ID_HEX_DIGITS = 16

/**
 * An id made from what it names: the same parts give the same id on every machine.
 * Parts are joined by U+001F, which stands in no article.
 */
export function idOf(kind: string, ...parts: readonly (string | number | null)[]): string {
  const named = parts.map(part => part ?? "").join("\u001f")
  return `${kind}_${bytesToHex(sha256(utf8ToBytes(named))).slice(0, ID_HEX_DIGITS)}`
}
