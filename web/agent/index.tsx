import { useAnswer, useList } from "../ask/index.ts"
import type { AgentSheet, Evidence } from "../contract.ts"
import { JudgementList } from "../corrections/list.tsx"
import { Hand } from "../hand.tsx"
import { Heading, Judging, More, Shown, Statement, Told, Waiting, Who } from "../parts/index.ts"
import { go, usePlace, withQuery } from "../place.ts"
import { agentAddress, claimAddress, claimWords, counted, dateInWords } from "../words.ts"
import { groupsOf } from "./groups.ts"
import { Turned } from "./turned.tsx"

/** An agent: what he said, to whom and through whom, where he changed, and who speaks for him. */
export function AgentPage({ id }: { readonly id: string }) {
  const { query } = usePlace()
  const at = query.get("at") ?? ""
  const asked = `/api/agents/${encodeURIComponent(id)}`
  const answered = useAnswer<AgentSheet>(asked + (at && `?at=${encodeURIComponent(at)}`))
  return (
    <Shown of={answered} isPage>
      {sheet => (
        <>
          <Banner sheet={sheet} />
          <Turned turned={sheet.turned} />
          <Said path={`${asked}/statements?limit=40${at && `&at=${encodeURIComponent(at)}`}`} query={query} sheet={sheet} />
          <Others sheet={sheet} />
        </>
      )}
    </Shown>
  )
}

const KINDS: Readonly<Record<AgentSheet["kind"], string>> = {
  person: "a person",
  organization: "an organization",
  group: "a group",
  publication: "an outlet",
  document: "a document",
  unnamed: "not named",
}

function Banner({ sheet }: { readonly sheet: AgentSheet }) {
  const { name, kind, roles, actsFor, names, statements, claims, spokenForBy } = sheet
  const others = names.filter(each => each !== name)
  return (
    <>
      <p class="kicker">
        <a href="/agents">Agents</a> · {KINDS[kind]}
      </p>
      <Heading title={name}>{name}</Heading>
      {roles.length > 0 && <p class="roles">{once(roles).join("; ")}</p>}
      <p class="counts">
        {counted(statements, "statement")} on {counted(claims, "claim")} ·{" "}
        <a href={`/?agent=${encodeURIComponent(sheet.id)}`}>the claims on the board</a> ·{" "}
        <a href={`/feeds/agents/${encodeURIComponent(sheet.id)}`}>Atom feed</a>
      </p>
      {others.length > 0 && <p class="counts">Also called {others.join("; ")}</p>}
      {actsFor && (
        <p class="counts">
          Speaks for <a href={agentAddress(actsFor.id)}>{actsFor.name}</a>
        </p>
      )}
      {spokenForBy.length > 0 && (
        <p class="counts">
          {spokenForBy.map((each, at) => (
            <span key={each.id}>
              {at > 0 && "; "}
              <Who agent={each} role />
            </span>
          ))}{" "}
          {spokenForBy.length === 1 ? "speaks" : "speak"} for {kind === "person" ? "this person" : "it"}
        </p>
      )}
    </>
  )
}

/** Articles differ in capitals. */
function once(words: readonly string[]): readonly string[] {
  return [...new Map(words.toReversed().map(each => [each.toLowerCase(), each])).values()].toReversed()
}

function Said({ path, query, sheet }: { readonly path: string; readonly query: URLSearchParams; readonly sheet: AgentSheet }) {
  const list = useList<Evidence>(path)
  const by = query.get("by") === "claim" ? "claim" : "time"
  const at = query.get("at") ?? ""
  return (
    <section aria-labelledby="said">
      <h2 id="said">Everything {sheet.kind === "person" ? "said" : "it said"}</h2>
      <form class="asof" onSubmit={event => event.preventDefault()}>
        <span class="days">
          {(["time", "claim"] as const).map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={by === each}
              onClick={() => go(withQuery(query, { by: each === "time" ? "" : each }), { instead: true })}
            >
              By {each}
            </button>
          ))}
          <label>
            As it was known on <input type="date" value={at} onChange={event => go(withQuery(query, { at: event.currentTarget.value }))} />
          </label>
        </span>
      </form>
      {list.trouble && <Told trouble={list.trouble} />}
      {list.items === null && !list.trouble && <Waiting />}
      {groupsOf(list.items ?? [], by).map(({ key, evidence }) => (
        <section key={key} class="group">
          <h3>{by === "time" ? dateInWords(key) : <ClaimOf evidence={evidence[0]!} />}</h3>
          <ol class="statements">
            {evidence.map(each => (
              <li key={each.id}>
                <Statement evidence={each} actions={<Actions evidence={each} by={by} />} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <More list={list} />
    </section>
  )
}

function ClaimOf({ evidence: { claim, words } }: { readonly evidence: Evidence }) {
  return claim ? <a href={claimAddress(claim)}>{claimWords(words)}</a> : <span>{claimWords(words)}</span>
}

function Actions({ evidence, by }: { readonly evidence: Evidence; readonly by: "time" | "claim" }) {
  return (
    <>
      {by === "time" && evidence.claim && (
        <p class="facts">
          <a href={claimAddress(evidence.claim)} aria-label={`Who says otherwise: ${claimWords(evidence.words)}`}>
            Who says otherwise?
          </a>
        </p>
      )}
      <Hand evidence={evidence} about={claimWords(evidence.words)} />
    </>
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
