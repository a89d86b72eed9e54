import type { Page, Paging } from "../data.ts"
import { Refused } from "../refused.ts"

/** Where a list goes on: the last item's place in the order, and its id. */
export interface Cursor {
  readonly value: string
  readonly id: string
}

/** Throws `Refused` for what no list gave. */
export function cursorOf({ cursor }: Paging): Cursor | null {
  if (cursor === undefined) return null
  const [, value, id] = /^(.*)~([a-z]+_[0-9a-f]+)$/.exec(cursor) ?? []
  if (value === undefined || !id)
    throw new Refused(`${cursor.slice(0, 80)} is no place in a list`, "give `next` of the page before, or leave it out")
  return { value, id }
}

/** How many are wanted: from 1 to 500. */
export function limitOf({ limit = 50 }: Paging): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw new Refused(`a page cannot hold ${limit}`, `ask for 1 to ${MOST}`)
  return limit
}

const MOST = 500

/** A page of found items, of which one more than wanted may have been looked up. */
export function pageOf<T>(found: readonly T[], limit: number, cursor: (last: T) => Cursor): Page<T> {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  if (found.length <= limit || !last) return { items, next: null }
  return { items, next: cursorIn(cursor(last)) }
}

/** A place in a list, as whoever asks gives it back. */
export function cursorIn({ value, id }: Cursor): string {
  return `${value}~${id}`
}
