import type { AgentSheet } from "../contract.ts"
import { Heading, Who } from "../parts/index.ts"
import { agentAddress, counted, rolesOf } from "../words.ts"

const KINDS: Readonly<Record<AgentSheet["kind"], string>> = {
  person: "a person",
  organization: "an organization",
  group: "a group",
  publication: "an outlet",
  document: "a document",
  unnamed: "not named",
}

/** Who it is, by what names, and who speaks for whom. */
export function Banner({ sheet }: { readonly sheet: AgentSheet }) {
  const { id, name, kind, roles, actsFor, names, statements, claims } = sheet
  const others = names.filter(each => each !== name)
  return (
    <>
      <p class="kicker">
        <a href="/agents">Agents</a> · {KINDS[kind]}
      </p>
      <Heading title={name}>{name}</Heading>
      {roles.length > 0 && <p class="roles">{rolesOf(roles).join("; ")}</p>}
      <p class="counts">
        {counted(statements, "statement")} on {counted(claims, "claim")} ·{" "}
        <a href={`/?agent=${encodeURIComponent(id)}`}>the claims on the board</a> ·{" "}
        <a href={`/feeds/agents/${encodeURIComponent(id)}`}>Atom feed</a>
      </p>
      {others.length > 0 && <p class="counts">Also called {others.join("; ")}</p>}
      {actsFor && (
        <p class="counts">
          Speaks for <a href={agentAddress(actsFor.id)}>{actsFor.name}</a>
        </p>
      )}
      <SpokenFor sheet={sheet} />
    </>
  )
}

function SpokenFor({ sheet: { spokenForBy, kind } }: { readonly sheet: AgentSheet }) {
  if (spokenForBy.length === 0) return null
  return (
    <p class="counts">
      {spokenForBy.map((each, at) => (
        <span key={each.id}>
          {at > 0 && "; "}
          <Who agent={each} role />
        </span>
      ))}{" "}
      {spokenForBy.length === 1 ? "speaks" : "speak"} for {kind === "person" ? "this person" : "it"}
    </p>
  )
}
