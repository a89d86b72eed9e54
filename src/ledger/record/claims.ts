import { sql } from "kysely"
import { crowdOf } from "../agents.ts"
import { list, rows, type Tx, table } from "../db.ts"
import { claimsNow } from "../effects.ts"
import { bitsOf, bitsOfId, idOfBits } from "../hashes.ts"
import {
  type ClaimMatch,
  type ClaimNear,
  type ClaimSketch,
  type ClaimUnion,
  claimKeys,
  claimsFor,
  LOOKED_KEYS,
  type Rarity,
  type Told,
  termsOf,
  unitsOf,
} from "../match/index.ts"
import { agentsOfRow, ROW, type Row, toldOfRow } from "../told.ts"

/**
 * Finds the claims that an article's statements belong to, founds the others, and unites those that its statements show to be one. Looks up by
 * keys alone: its time does not grow with the ledger.
 */
export async function matchClaims(tx: Tx, told: readonly Told[], day: number): Promise<Matched> {
  const rarity = await rarityOf(tx, told)
  const likely = await likelyClaims(tx, told, rarity, day)
  const known = await sketchesOf(tx, likely)
  const { matches, unions, near } = claimsFor(told, known)
  const now = await claimsNow(
    tx,
    matches.filter(({ isNew }) => isNew).map(({ claim }) => claim),
  )
  const settled = matches.map(match => ({ ...match, claim: now(match.claim) }))
  await keepKeys(tx, told, settled, rarity, day)
  await countTerms(tx, told)
  await unite(tx, unions, told[0]?.article ?? "")
  await keepNear(tx, near)
  return { matches: settled, united: unions.flatMap(({ from, into }) => [from, into]) }
}

export interface Matched {
  /** One for each statement that belongs to a claim. */
  readonly matches: readonly ClaimMatch[]
  /** Claims that were united, both of each two. */
  readonly united: readonly string[]
}

async function unite(tx: Tx, unions: readonly ClaimUnion[], article: string): Promise<void> {
  if (unions.length === 0) return
  const records = unions.map(({ from, into, why }) => ({ claim: from, into_claim: into, article, why }))
  await sql`
    insert into claim_union select * from ${table(records, "claim text, into_claim text, article text, why text")}
    on conflict (claim) do update set into_claim = excluded.into_claim, article = excluded.article, why = excluded.why`.execute(tx)
}

async function keepNear(tx: Tx, near: readonly ClaimNear[]): Promise<void> {
  if (near.length === 0) return
  const records = near.map(({ a, b, why }) => ({ what: "claim", a, b, why }))
  await sql`insert into suggestion select * from ${table(records, "what text, a text, b text, why text")} on conflict do nothing`.execute(
    tx,
  )
}

/** Parts what an article's statements had united. Gives the claims that may be several again. */
export async function partUnited(tx: Tx, article: string): Promise<readonly string[]> {
  const gone = await rows(
    tx,
    sql<{ claim: string; into: string }>`delete from claim_union where article = ${article} returning claim, into_claim as into`,
  )
  return gone.flatMap(({ claim, into }) => [claim, into])
}

/** Statements that stand in any of these claims, or stood in them when they were read. */
export async function statementsIn(tx: Tx, claims: readonly string[]): Promise<readonly string[]> {
  if (claims.length === 0) return []
  const now = await claimsNow(tx, claims)
  const found = await rows(
    tx,
    sql<{ id: string }>`select id from statement where claim = any(${list([...new Set([...claims, ...claims.map(now)])])}) order by id`,
  )
  return found.map(({ id }) => id)
}

async function rarityOf(tx: Tx, told: readonly Told[]): Promise<Rarity> {
  const terms = [...new Set(told.flatMap(each => [...termsOf(each), ...(each.words.length > 1 ? [] : each.around)]))]
  const found = await rows(tx, sql<{ term: string; count: number }>`select term, count from term where term = any(${list(terms)})`)
  const counts = new Map(found.map(({ term, count }) => [term, count]))
  return term => counts.get(term) ?? 0
}

/** Claims that share the rarest keys, a few for each of the article's own; united ones under the name they go by now. */
async function likelyClaims(tx: Tx, told: readonly Told[], rarity: Rarity, day: number): Promise<readonly string[]> {
  const units = unitsOf(told).map(
    unit => new Map(unit.flatMap(each => claimKeys(each, rarity).slice(0, LOOKED_KEYS)).map(key => [bitsOf(key), rarity(key)])),
  )
  const found = await claimsUnder(tx, [...new Set(units.flatMap(unit => [...unit.keys()]))], day)
  const byKey = new Map<string, string[]>()
  for (const { key, claim } of found) byKey.set(key, [...(byKey.get(key) ?? []), claim])
  const ranks = units.map(unit => likeliest(unit, byKey))
  const chosen = Array.from({ length: MOST_COMPARED }, (_, rank) => ranks.flatMap(each => each[rank] ?? [])).flat()
  const ids = [...new Set(chosen)].slice(0, MOST_IN_ALL).map(bits => idOfBits("claim", bits))
  const now = await claimsNow(tx, ids)
  return [...new Set(ids.map(now))]
}

function claimsUnder(tx: Tx, keys: readonly string[], day: number): Promise<readonly { readonly key: string; readonly claim: string }[]> {
  return rows(
    tx,
    sql<{ key: string; claim: string }>`
      select wanted.key::text, near.claim::text from unnest(${list(keys)}::bigint[]) as wanted(key)
      cross join lateral (
        (select claim from claim_key where key = wanted.key and day <= ${day} order by day desc, claim desc limit ${MOST_BEFORE})
        union (select claim from claim_key where key = wanted.key and day > ${day} order by day, claim limit ${MOST_AFTER})
      ) near`,
  )
}

/** How many claims a key gives: those of the days before, and of the days after. */
const MOST_BEFORE = 24
const MOST_AFTER = 8

/** The claims with most of the unit's keys, rare ones counting more. */
function likeliest(unit: ReadonlyMap<string, number>, byKey: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const scores = new Map<string, number>()
  for (const [key, count] of unit)
    for (const claim of byKey.get(key) ?? []) scores.set(claim, (scores.get(claim) ?? 0) + 1 / Math.sqrt(1 + count))
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_COMPARED)
    .map(([claim]) => claim)
}

/** For each of the article's own claims, and for all of them together, the likeliest of each first. */
const MOST_COMPARED = 8
const MOST_IN_ALL = 48

/** Each claim by the first of its statements and the latest. */
async function sketchesOf(tx: Tx, claims: readonly string[]): Promise<readonly ClaimSketch[]> {
  const found = await rows(
    tx,
    sql<Row>`
      select ${ROW} from unnest(${list(claims)}) as wanted(claim)
      cross join lateral (
        (select * from statement where claim = wanted.claim and not dismissed order by moment, id limit ${FIRST_SKETCHED})
        union (select * from statement where claim = wanted.claim and not dismissed order by moment desc, id desc limit ${LAST_SKETCHED})
      ) s join article a on a.id = s.article order by s.claim, a.place, s.place`,
  )
  const { rootOf } = await crowdOf(tx, found.flatMap(agentsOfRow))
  const byClaim = new Map<string, Told[]>()
  for (const row of found) byClaim.set(row.claim!, [...(byClaim.get(row.claim!) ?? []), toldOfRow(row, rootOf)])
  const judged = await judgedAmong(tx, [...byClaim.keys()])
  return [...byClaim].map(([id, told]) => ({ id, told, isJudged: judged.has(id) }))
}

/** Claims that a person united, parted, dismissed, confirmed or cut. */
async function judgedAmong(tx: Tx, claims: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows(
    tx,
    sql<{ claim: string }>`
      select wanted.claim from unnest(${list(claims)}) as wanted(claim) where exists (select from effect where active and target = wanted.claim)
      or exists (select from effect where active and field = 'claim' and value = wanted.claim)`,
  )
  return new Set(found.map(({ claim }) => claim))
}

const FIRST_SKETCHED = 4
const LAST_SKETCHED = 4

async function keepKeys(tx: Tx, told: readonly Told[], matches: readonly ClaimMatch[], rarity: Rarity, day: number): Promise<void> {
  const byId = new Map(told.map(each => [each.id, each]))
  const records = matches.flatMap(({ statement, claim }) =>
    claimKeys(byId.get(statement)!, rarity).map(key => ({ key: bitsOf(key), day, claim: bitsOfId(claim) })),
  )
  await sql`insert into claim_key select distinct * from ${table(records, "key bigint, day int, claim bigint")} on conflict do nothing`.execute(
    tx,
  )
}

async function countTerms(tx: Tx, told: readonly Told[]): Promise<void> {
  const counts = new Map<string, number>()
  for (const term of told.flatMap(termsOf)) counts.set(term, (counts.get(term) ?? 0) + 1)
  const records = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([term, count]) => ({ term, count }))
  await sql`
    insert into term select * from ${table(records, "term text, count int")}
    on conflict (term) do update set count = term.count + excluded.count`.execute(tx)
}
