import type { Agent, Position, Stance, Statement } from "../data.ts"

/**
 * Where each voice stands: by its last stance. A spokesman and the one he speaks for are one voice, shown by who was heard himself;
 * where they take different stances (“Ruiz would neither confirm nor deny it”, “her lawyer called it false”) each stands for himself.
 */
export function positionsOf(statements: readonly Statement[], agents: readonly Agent[]): readonly Position[] {
  const byId = new Map(agents.map(agent => [agent.id, agent]))
  const heard = statements.filter(({ source }) => source?.agent)
  const voices = grouped(heard, ({ source }) => byId.get(source!.agent!)?.actsFor ?? source!.agent!)
  return voices.flatMap(voice => {
    const speakers = grouped(voice, ({ source }) => source!.agent!)
    const agreed = new Set(speakers.map(stanceNow)).size === 1
    return (agreed ? [voice] : speakers).map(own => ({
      agent: speakerOf(own, byId),
      stance: stanceNow(own),
      statements: own.map(({ id }) => id),
    }))
  })
}

function grouped(statements: readonly Statement[], key: (statement: Statement) => string): Statement[][] {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const known = groups.get(key(statement))
    if (known) known.push(statement)
    else groups.set(key(statement), [statement])
  }
  return [...groups.values()]
}

/** The one who spoke in person, where the article names one: a reader trusts “Ott” more than “the ferry line”. */
function speakerOf(statements: readonly Statement[], agents: ReadonlyMap<string, Agent>): string {
  const spoken = statements.map(({ source }) => source!.agent!)
  return spoken.find(id => agents.get(id)?.actsFor) ?? spoken[0]!
}

/**
 * The last stance taken; having been asked without answer gives way to any other. Whoever has denied and goes on to say how it was has not
 * taken the denial back: “denied that the gate was open … said that it had been locked at nine”.
 */
function stanceNow(statements: readonly Statement[]): Stance {
  const taken = statements.filter(({ stance }) => stance !== "unanswered")
  const last = taken.at(-1)?.stance ?? "unanswered"
  if (last !== "asserts") return last
  return taken.findLast(({ stance }) => stance === "denies" || stance === "confirms")?.stance ?? last
}
