import { type RawBuilder, sql } from "kysely"
import { type Db, list, rows } from "./db.ts"
import { ROW, type Row } from "./told.ts"

/** How the statements of claims are taken. */
interface Taking {
  /** Of a claim told oftener, so many of the newest stand for all. */
  readonly most: number
  /** Only those shown by this moment; all by default. */
  readonly shownBy?: string | null
  /** Whether a statement is past, where that is not what the table says now. */
  readonly past?: RawBuilder<unknown>
}

/** The newest statements of each claim that were not dismissed, in time order. A claim without any is left out. */
export async function newestOf(
  db: Db,
  claims: readonly string[],
  { most, shownBy = null, past }: Taking,
): Promise<ReadonlyMap<string, Row[]>> {
  const columns = past ? sql`${ROW}, ${past} as past` : ROW
  const then = shownBy === null ? sql`` : sql`and shown <= ${shownBy}`
  const found = await rows(
    db,
    sql<Row>`
      select ${columns} from unnest(${list(claims)}) as wanted(claim)
      cross join lateral (
        select * from statement where claim = wanted.claim and not dismissed ${then} order by moment desc, id desc limit ${most}
      ) s join article a on a.id = s.article order by s.claim, s.moment, a.place, s.place`,
  )
  const byClaim = new Map<string, Row[]>()
  for (const row of found) {
    const own = byClaim.get(row.claim!)
    if (own) own.push(row)
    else byClaim.set(row.claim!, [row])
  }
  return byClaim
}
