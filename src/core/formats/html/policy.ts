import { sha256 } from "@noble/hashes/sha2.js"
import { utf8ToBytes } from "@noble/hashes/utils.js"

/**
 * What the page's browser may do: show it, with the styles written here and no others (https://www.w3.org/TR/CSP3). Nothing is loaded,
 * run, framed or sent, whatever an article's text should bring about.
 */
export function policyFor(styles: readonly string[]): string {
  const hashes = styles.map(style => `'sha256-${base64(sha256(utf8ToBytes(style)))}'`).join(" ")
  return `default-src 'none'; style-src ${hashes}; base-uri 'none'; form-action 'none'`
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/** RFC 4648 § 4. */
function base64(bytes: Uint8Array): string {
  let out = ""
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
    const bits = (first << 16) | (second << 8) | third
    out += DIGITS[bits >> 18]! + DIGITS[(bits >> 12) & 63]! + DIGITS[(bits >> 6) & 63]! + DIGITS[bits & 63]!
  }
  const missing = (3 - (bytes.length % 3)) % 3
  return out.slice(0, out.length - missing) + "=".repeat(missing)
}
