import { useState } from "preact/hooks"
import type { Evidence, Ruling } from "../contract.ts"
import { STANCE_WORDS, STANCES } from "../words.ts"

type Corrected = Extract<Ruling, { readonly kind: "correct" }>
type FieldName = Corrected["field"]

/** What the form says is really so. */
export function corrected(statement: string, form: FormData): Ruling {
  return { kind: "correct", statement, field: String(form.get("field")) as FieldName, value: String(form.get("value") ?? "").trim() }
}

interface Kind {
  readonly name: string
  /** Where the value is one of a few: each with its word. */
  readonly choices?: readonly (readonly [value: string, words: string])[]
  readonly hint?: string
  /** As it was read. */
  readonly asRead: (evidence: Evidence) => string
}

const same = (value: string) => [value, value] as const

const KINDS: Readonly<Record<FieldName, Kind>> = {
  source: {
    name: "who says it",
    hint: "A name, or an agent's id: the end of the address of its page.",
    asRead: ({ agent }) => agent?.name ?? "",
  },
  stance: { name: "the stance", choices: STANCES.map(stance => [stance, STANCE_WORDS[stance]]), asRead: ({ stance }) => stance },
  act: {
    name: "what is done by saying it",
    choices: [
      ["assertive", "it says how things are"],
      ["directive", "it demands"],
      ["commissive", "it promises"],
      ["expressive", "it expresses a feeling"],
      ["attitude", "it takes a view"],
    ],
    asRead: ({ act }) => act,
  },
  certainty: { name: "how sure it is", choices: ["certain", "probable", "possible"].map(same), asRead: ({ certainty }) => certainty },
  polarity: {
    name: "whether it says that it is so",
    choices: [
      ["positive", "that it is so"],
      ["negative", "that it is not so"],
    ],
    asRead: ({ polarity }) => polarity,
  },
  said: { name: "when it was said", hint: "A day, a month or a year: 2024-11-10, 2024-11, 2024.", asRead: ({ said }) => said ?? "" },
  claim: {
    name: "which claim it speaks of",
    hint: "A claim's id: the end of the address of its page.",
    asRead: ({ claim }) => claim ?? "",
  },
}

/** Fields to say what was read wrongly, and what it is; they begin with what was read. */
export function CorrectFields({ evidence }: { readonly evidence: Evidence }) {
  const [field, setField] = useState<FieldName>("source")
  return (
    <>
      <label>
        What is wrong
        <select name="field" value={field} onChange={event => setField(event.currentTarget.value as FieldName)}>
          {Object.entries(KINDS).map(([each, { name }]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label key={field} htmlFor="what-it-is">
        What it is
        <Value field={field} was={KINDS[field].asRead(evidence)} />
      </label>
    </>
  )
}

function Value({ field, was }: { readonly field: FieldName; readonly was: string }) {
  const { choices, hint } = KINDS[field]
  if (!choices)
    return (
      <>
        <input id="what-it-is" name="value" required maxLength={300} defaultValue={was} aria-describedby="how-it-is-written" />
        <small id="how-it-is-written">{hint}</small>
      </>
    )
  return (
    <select id="what-it-is" name="value">
      {choices.map(([value, words]) => (
        <option key={value} value={value} selected={value === was}>
          {words}
        </option>
      ))}
    </select>
  )
}
