import { sql } from "kysely"
import { type Article, idOf, type Reading } from "../../core/index.ts"
import type { ReadingEntry } from "../data.ts"
import { list, rows, type Tx, table } from "../db.ts"
import { creditOf } from "../match/index.ts"
import { momentOf } from "../moments.ts"
import type { Shared } from "./copies.ts"
import { hostIn, pageKey, pageOf } from "./page.ts"

/** Where an article stands among the versions of its page. */
export interface Placed {
  readonly page: string
  /** When it counts from. */
  readonly moment: string
  /** Whether a newer version of the page is in the ledger already. */
  readonly past: boolean
  /** Ids of the versions that it takes the place of. */
  readonly replaces: readonly string[]
}

interface Version {
  readonly id: string
  readonly page: string
  readonly moment: string
  readonly modified: string | null
  readonly past: boolean
}

/** Finds the page of an article, and its place among the versions of it. */
export async function placeArticle(tx: Tx, article: Article, at: string, shared: Shared): Promise<Placed> {
  const key = pageKey(article.url)
  const page = (key && (await pageUnder(tx, key))) ?? pageMoved(article, shared) ?? pageOf(key, article.id)
  const versions = key === null ? [] : await versionsOf(tx, page)
  if (key !== null) await sql`insert into page_key values (${key}, ${page}) on conflict do nothing`.execute(tx)
  const moment = momentFor(article, at, versions)
  const past = versions.some(other => isNewer(other, article))
  return { page, moment, past, replaces: past ? [] : versions.filter(other => !other.past).map(({ id }) => id) }
}

async function pageUnder(tx: Tx, key: string): Promise<string | null> {
  return (await rows(tx, sql<{ page: string }>`select page from page_key where key = ${key}`))[0]?.page ?? null
}

function versionsOf(tx: Tx, page: string): Promise<readonly Version[]> {
  return rows(tx, sql<Version>`select id, page, moment, modified, past from article where page = ${page} order by place`)
}

/**
 * “/2025/11/gate-was-locked” that became “/2025/11/gate-was-open” with its headline: an outlet that prints nearly the same article of the same
 * day at another of its addresses has moved it. What it prints again each week, of the weather or of results, has another day; without a day
 * nothing is taken for moved.
 */
function pageMoved({ url, published }: Article, { copies }: Shared): string | null {
  const [host, day] = [hostIn(url), published?.slice(0, 10)]
  if (host === null || day === undefined) return null
  const same = copies.filter(each => hostIn(each.url) === host && each.published?.slice(0, 10) === day && each.ofLonger >= NEARLY_ALL)
  return same.sort((a, b) => b.ofLonger - a.ofLonger)[0]?.page ?? null
}

/** Share of the longer one’s words. */
const NEARLY_ALL = 0.85

/** A page counts from when it was published; a version that comes later, from when it was changed, or else was seen to be. */
function momentFor({ published, modified }: Article, at: string, versions: readonly Version[]): string {
  const first = momentOf(published) ?? at
  if (versions.length === 0) return first
  const changed = momentOf(modified)
  return changed !== null && changed > first ? changed : versions.some(({ moment }) => moment <= first) ? at : first
}

/** Only a page's own word that it was changed later makes an earlier version out of one that is read later. */
function isNewer(other: Version, { modified }: Article): boolean {
  const [theirs, own] = [momentOf(other.modified), momentOf(modified)]
  return theirs !== null && own !== null && theirs > own
}

/** What tells two readings of one article apart. */
function digestOf({ reading }: ReadingEntry): string {
  return idOf("digest", JSON.stringify(reading))
}

/** The rows of `article`. */
export async function insertArticle(tx: Tx, entry: ReadingEntry, placed: Placed, place: number, outlet: string | null): Promise<void> {
  const { article, doubts } = entry.reading
  const { page, moment, past, replaces } = placed
  const row = {
    ...article,
    page,
    place,
    read: entry.at,
    moment,
    past,
    reader: entry.reader,
    digest: digestOf(entry),
    outlet: outletOf(entry.reading),
    outlet_agent: outlet,
    links: article.links ?? [],
    doubts,
  }
  await sql`insert into article select * from ${table([row], ARTICLE_COLUMNS)}`.execute(tx)
  await keepCredit(tx, entry.reading.article)
  await keepLinks(tx, entry.reading.article)
  if (replaces.length === 0) return
  await sql`update article set past = true where id = any(${list(replaces)})`.execute(tx)
  await sql`update statement set past = true where article = any(${list(replaces)})`.execute(tx)
}

async function keepCredit(tx: Tx, article: Article): Promise<void> {
  const credit = creditOf(article)
  if (!credit) return
  await sql`
    insert into article_credit select * from ${table([{ article: article.id, ...credit }], `article text, agency text, whole boolean, start int, "end" int`)}
    on conflict do nothing`.execute(tx)
}

async function keepLinks(tx: Tx, { id, links = [] }: Article): Promise<void> {
  const records = links.flatMap(({ url, start, end }) => {
    const key = pageKey(url)
    return key === null ? [] : [{ article: id, start, end, key }]
  })
  if (records.length === 0) return
  await sql`
    insert into article_link select * from ${table(records, `article text, start int, "end" int, key text`)} on conflict do nothing`.execute(
    tx,
  )
}

const ARTICLE_COLUMNS = `id text, page text, place bigint, read text, moment text, past boolean, reader text, digest text, url text, publisher text, outlet text,
  outlet_agent text, title text, authors jsonb, published text, modified text, language text, text text, blocks jsonb, links jsonb, doubts jsonb`

/** The name by which an outlet is shown and asked for: the publisher's, or else the host of the address. */
function outletOf({ article: { publisher, url } }: Reading): string | null {
  return publisher ?? hostIn(url)
}
