import type { Evidence, Ruling } from "./contract.ts"
import { Judging } from "./parts/index.ts"

/** What a person can say against a statement. `about` names it to those who do not see what it stands beside. */
export function Hand({ evidence, about }: { readonly evidence: Evidence; readonly about: string }) {
  return (
    <details class="hand">
      <summary aria-label={`Correct ${about}`}>Correct</summary>
      <p class="buttons">
        <Judging label="Correct a field" about={about} asks="What is it really?" ruling={form => corrected(evidence.id, form)}>
          <Fields />
        </Judging>
        <Judging
          label="Another claim"
          about={about}
          asks="Does this sentence speak of something else?"
          ruling={{ kind: "part", what: "statements", ids: [evidence.id] }}
        />
        <Judging label="Dismiss" about={about} asks="Was this never said so?" ruling={{ kind: "dismiss", id: evidence.id }} />
        <Judging
          label="Confirm"
          about={about}
          asks="Have you checked this sentence, and is it read rightly?"
          ruling={{ kind: "confirm", id: evidence.id }}
        />
      </p>
    </details>
  )
}

type Corrected = Extract<Ruling, { readonly kind: "correct" }>

function corrected(statement: string, form: FormData): Ruling {
  return {
    kind: "correct",
    statement,
    field: String(form.get("field")) as Corrected["field"],
    value: String(form.get("value") ?? "").trim(),
  }
}

const FIELDS: readonly (readonly [Corrected["field"], string])[] = [
  ["source", "who says it: a name, or an agent's id"],
  ["stance", "stance: asserts, confirms, denies, declines, unanswered"],
  ["act", "act: assertive, directive, commissive, expressive, attitude"],
  ["certainty", "certainty: certain, probable, possible"],
  ["polarity", "polarity: positive, negative"],
  ["said", "when it was said: 2024-11-10"],
  ["claim", "claim: a claim's id"],
]

function Fields() {
  return (
    <>
      <label>
        What is wrong
        <select name="field">
          {FIELDS.map(([field, words]) => (
            <option key={field} value={field}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        What it is
        <input name="value" required maxLength={300} />
      </label>
    </>
  )
}
