import type { Article, Claim, Resolved, Statement } from "../data.ts"
import { idOf } from "../hash.ts"
import { group } from "./group.ts"
import { originsOf } from "./origins.ts"
import { positionsOf } from "./positions.ts"
import { textOf } from "./text.ts"

// For those who train and measure: the very code that reading uses.
export { groupBy, pairsIn } from "./group.ts"
export { CLUE_NAMES, cluesOf } from "./pair.ts"
export { type Sides, sidesOf } from "./side.ts"
export { WEIGHTS } from "./weights.ts"

/** Claims, and the statements once more, now with what each is about. */
export interface Gathered {
  readonly statements: readonly Statement[]
  readonly claims: readonly Claim[]
}

/** Statements → what they assert, who stands where on it, and where it enters the record. Every statement belongs to one claim, or to none when it says nothing. */
export function gather(article: Article, { agents, statements }: Resolved): Gathered {
  const groups = group(statements, agents)
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
