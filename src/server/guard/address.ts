import { Wrong } from "../problems.ts"

const LONGEST_ADDRESS = 4096

/** Refuses addresses that are longer than any of ours, or hold what no text holds. Throws `Wrong`. */
export function checkAddress(request: Request): void {
  const { url } = request
  if (url.length > LONGEST_ADDRESS)
    throw new Wrong("address-too-long", `the address has more than ${LONGEST_ADDRESS} characters`, "ask for less at once")
  const path = new URL(url)
  if (!isWellFormed(path.pathname + path.search))
    throw new Wrong("malformed", "the address holds what is no text in UTF-8", "check its percent signs")
}

function isWellFormed(address: string): boolean {
  try {
    return isText(decodeURIComponent(address.replaceAll("+", " ")))
  } catch {
    return false
  }
}

/** Whether a string is text that every database keeps: no NUL, no half of a surrogate pair. */
function isText(words: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
  return !/\u0000|\p{Surrogate}/u.test(words)
}

/** Throws `Wrong` where any string in a body is no text. However deep a body is nested, it is gone through without calls within calls. */
export function checkTexts(body: unknown, at = "body"): void {
  const waiting: (readonly [value: unknown, at: string])[] = [[body, at]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, where] = next
    if (typeof value === "string" && !isText(value)) throw noText(where)
    if (typeof value !== "object" || value === null) continue
    for (const [key, each] of Object.entries(value)) {
      if (!isText(key)) throw noText(where)
      waiting.push([each, where.length < LONGEST_PLACE ? `${where}.${key}` : where])
    }
  }
}

/** Characters that are told of where something stands. */
const LONGEST_PLACE = 100

function noText(at: string): Wrong {
  return new Wrong("malformed", `${at} holds a NUL or half a character`, "leave it out", { errors: [{ at, says: "no text" }] })
}
