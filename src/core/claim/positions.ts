import type { Agent, Position, Stance, Statement } from "../data.ts"

/** Where each voice stands: by its last stance. A spokesman and the one he speaks for are one voice, shown by who was heard himself. */
export function positionsOf(statements: readonly Statement[], agents: readonly Agent[]): readonly Position[] {
  const byId = new Map(agents.map(agent => [agent.id, agent]))
  const voices = new Map<string, Statement[]>()
  for (const statement of statements) {
    if (!statement.source) continue
    const voice = byId.get(statement.source.agent)?.actsFor ?? statement.source.agent
    voices.set(voice, [...(voices.get(voice) ?? []), statement])
  }
  return [...voices.values()].map(own => ({ agent: speakerOf(own, byId), stance: stanceNow(own), statements: own.map(({ id }) => id) }))
}

/** The one who spoke in person, where the article names one: a reader trusts “Ott” more than “the ferry line”. */
function speakerOf(statements: readonly Statement[], agents: ReadonlyMap<string, Agent>): string {
  const spoken = statements.map(({ source }) => source!.agent)
  return spoken.find(id => agents.get(id)?.actsFor) ?? spoken[0]!
}

/** The last stance taken; having been asked without answer gives way to any other. */
function stanceNow(statements: readonly Statement[]): Stance {
  return (statements.findLast(({ stance }) => stance !== "unanswered") ?? statements.at(-1)!).stance
}
