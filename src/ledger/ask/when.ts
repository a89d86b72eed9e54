import { type RawBuilder, sql } from "kysely"
import type { AsOf } from "../data.ts"
import { endOf } from "../moments.ts"
import { Refused } from "../refused.ts"

/** The last moment that counts; null for all. Throws `Refused` for what is no date. */
export function untilOf({ at }: AsOf): string | null {
  if (at === undefined) return null
  const until = endOf(at)
  if (until === null) throw new Refused(`${at} is no date`, "write it as 2024-11-10, or 2024-11-10T17:30Z")
  return until
}

/** Whether a version of an article `a` was the page's past one at that moment. */
export function pastAt(until: string | null): RawBuilder<boolean> {
  if (until === null) return sql`a.past`
  return sql`(a.past and exists (
    select from article later where later.page = a.page and later.moment <= ${until} and (later.moment, later.place) > (a.moment, a.place)))`
}
