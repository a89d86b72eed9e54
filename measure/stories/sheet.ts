import type { Agent, Claim, Reading, Statement } from "../../src/core/index.ts"
import { slice } from "../../src/core/span.ts"
import type { Sheet, SheetClaim, SheetStatement } from "./align.ts"

/** Readings as the scorer takes them, each article alone: what comes of a story before anything is tied across its articles. */
export function sheetOf(readings: readonly Reading[]): Sheet {
  return { claims: readings.flatMap(reading => reading.claims.map(claim => claimOf(claim, reading))) }
}

function claimOf({ id, statements, positions, origins }: Claim, reading: Reading): SheetClaim {
  const mine = reading.statements.filter(each => statements.includes(each.id))
  return {
    id,
    statements: mine.map(each => statementOf(each, reading)),
    positions: positions.map(({ agent, stance }) => ({ agent: nameOf(agent, reading.agents), stance })),
    origins,
  }
}

function statementOf({ id, source, stance, cue, content }: Statement, { article, agents }: Reading): SheetStatement {
  return {
    id,
    article: { url: article.url },
    source: source && nameOf(source.agent, agents),
    stance,
    cue: cue && slice(article.text, cue),
    content: content.map(span => slice(article.text, span)).join(" "),
  }
}

function nameOf(id: string | null, agents: readonly Agent[]): string | null {
  return agents.find(agent => agent.id === id)?.name ?? null
}
