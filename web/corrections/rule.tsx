import { useState } from "preact/hooks"
import type { Ruling } from "../contract.ts"
import { Judging } from "../parts/index.ts"

interface Kind {
  readonly name: string
  readonly label: string
  readonly asks: string
  readonly ids: string
  readonly rulingOf: (ids: readonly string[]) => Ruling
}

/** Corrections that need nothing but ids. */
const KINDS: readonly Kind[] = [
  {
    name: "Two agents are the same",
    label: "Unite agents",
    asks: "Are these agents the same?",
    ids: "Ids of the agents, a space between them",
    rulingOf: ids => ({ kind: "unite", what: "agents", ids: [...ids] }),
  },
  {
    name: "Two claims say the same",
    label: "Unite claims",
    asks: "Do these claims say the same thing?",
    ids: "Ids of the claims, a space between them",
    rulingOf: ids => ({ kind: "unite", what: "claims", ids: [...ids] }),
  },
  {
    name: "An agent is someone else",
    label: "Part agents",
    asks: "Are these agents to leave those they were united with?",
    ids: "Ids of the agents, a space between them",
    rulingOf: ids => ({ kind: "part", what: "agents", ids: [...ids] }),
  },
  {
    name: "Statements speak of another claim",
    label: "Part statements",
    asks: "Are these statements a claim of their own?",
    ids: "Ids of the statements, a space between them",
    rulingOf: ids => ({ kind: "part", what: "statements", ids: [...ids] }),
  },
  {
    name: "A statement was never made so, or a claim is of no interest",
    label: "Dismiss",
    asks: "Is this to be dismissed?",
    ids: "Id of the statement or claim",
    rulingOf: ids => ({ kind: "dismiss", id: ids[0] ?? "" }),
  },
]

/** A correction by ids, for those who come with a list of them. */
export function Rule() {
  const [at, setAt] = useState(0)
  const kind = KINDS[at]!
  return (
    <form class="sheet rule" onSubmit={event => event.preventDefault()}>
      <label>
        What is wrong
        <select value={at} onChange={event => setAt(Number(event.currentTarget.value))}>
          {KINDS.map(({ name }, place) => (
            <option key={name} value={place}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Judging
        label={kind.label}
        asks={kind.asks}
        ruling={form =>
          kind.rulingOf(
            String(form.get("ids") ?? "")
              .split(/[\s,]+/)
              .filter(id => id !== ""),
          )
        }
      >
        <label>
          {kind.ids}
          <input name="ids" required autocomplete="off" />
        </label>
      </Judging>
    </form>
  )
}
