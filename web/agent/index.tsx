import { useAnswer } from "../ask/index.ts"
import type { AgentSheet } from "../contract.ts"
import { JudgementList } from "../corrections/list.tsx"
import { Judging, Shown, Who } from "../parts/index.ts"
import { usePlace } from "../place.ts"
import { Banner } from "./banner.tsx"
import { Said } from "./said.tsx"
import { Turned } from "./turned.tsx"

/** An agent: what he said, to whom and through whom, where he changed, and who speaks for him. */
export function AgentPage({ id }: { readonly id: string }) {
  const { query } = usePlace()
  const at = query.get("at") ?? ""
  const answered = useAnswer<AgentSheet>(`/api/agents/${encodeURIComponent(id)}${at && `?at=${encodeURIComponent(at)}`}`)
  return (
    <Shown of={answered} isPage>
      {sheet => (
        <>
          <Banner sheet={sheet} />
          <Turned turned={sheet.turned} />
          <Said query={query} sheet={sheet} />
          <Others sheet={sheet} />
        </>
      )}
    </Shown>
  )
}

/** Who may be the same, and what was decided about that. */
function Others({ sheet: { id, name, suggests, judgements } }: { readonly sheet: AgentSheet }) {
  return (
    <section aria-labelledby="same">
      <h2 id="same">Who is who</h2>
      {suggests.length === 0 && <p class="quiet">Nobody else in the ledger looks like the same one.</p>}
      <ul class="near">
        {suggests.map(({ agent, why }) => (
          <li key={agent.id}>
            Maybe the same: <Who agent={agent} role /> <span class="facts">({why})</span>{" "}
            <Judging
              label="Unite"
              about={agent.name}
              asks={`Are ${name} and ${agent.name} the same?`}
              ruling={{ kind: "unite", what: "agents", ids: [id, agent.id] }}
            />{" "}
            <Judging
              label="Keep apart"
              about={agent.name}
              asks={`Are ${name} and ${agent.name} two?`}
              ruling={{ kind: "part", what: "agents", ids: [id, agent.id] }}
            />
          </li>
        ))}
      </ul>
      {judgements.length > 0 && <JudgementList judgements={judgements} />}
    </section>
  )
}
