import type { Article, Claim, Resolved, Statement } from "../data.ts"
import { idOf } from "../hash.ts"
import { group } from "./group.ts"
import { originsOf } from "./origins.ts"
import { positionsOf } from "./positions.ts"

/** Claims, and the statements once more, now with what each is about. */
export interface Gathered {
  readonly statements: readonly Statement[]
  readonly claims: readonly Claim[]
}

/** Statements → what they assert, who stands where on it, and where it enters the record. Every statement belongs to one claim, or to none when it says nothing. */
export function gather(article: Article, { agents, statements, gists }: Resolved): Gathered {
  const groups = group(statements, gists, agents)
  const claims = groups.map(members => {
    const own = members.map(at => statements[at]!)
    const ids = own.map(({ id }) => id)
    return {
      id: idOf("claim", article.id, ...ids),
      text: textOf(article, own),
      statements: ids,
      positions: positionsOf(own, agents),
      origins: originsOf(own, agents),
    }
  })
  const claimOf = new Map(claims.flatMap(claim => claim.statements.map(id => [id, claim] as const)))
  return { claims, statements: statements.map(each => withAbout(each, claimOf.get(each.id), statements)) }
}

/** A denial, a confirmation or a refusal answers the first assertion of its claim; of other statements only the claim is told. */
function withAbout(statement: Statement, claim: Claim | undefined, all: readonly Statement[]): Statement {
  if (!claim) return statement
  const answers = statement.stance !== "asserts"
  const asserted = answers ? all.find(({ id, stance }) => stance === "asserts" && claim.statements.includes(id)) : undefined
  return { ...statement, about: { statement: asserted?.id ?? null, claim: claim.id } }
}

/** The words that say it most fully without quotation marks: of the assertions the longest of moderate length, or else of all statements. */
function textOf({ text }: Article, statements: readonly Statement[]): string {
  const asserted = statements.filter(({ stance }) => stance === "asserts")
  const pool = asserted.length ? asserted : statements
  const plain = pool.filter(({ form }) => form !== "direct")
  const words = (plain.length ? plain : pool).map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(" … "))
  const fit = words.filter(each => each.length <= LONGEST_CLAIM)
  const best = (fit.length ? fit : words).reduce((longest, each) => (each.length > longest.length ? each : longest), "")
  return best.replace(/\s+/g, " ").replace(/^that /, "")
}

/** Characters. */
const LONGEST_CLAIM = 160
