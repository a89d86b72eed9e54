import { useState } from "preact/hooks"
import type { Evidence, Stance } from "../contract.ts"
import { Hand, Statement } from "../parts/index.ts"
import { counted, STANCE_WORDS, STANCES } from "../words.ts"

/** More sentences are shown when they are asked for. */
const MOST = 60

/** Every sentence behind a claim, in time order, or those of one stance. A sentence keeps its number. */
export function Sentences({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const [stance, setStance] = useState<Stance | null>(null)
  const [most, setMost] = useState(MOST)
  const numbered = evidence.map((each, at) => ({ each, number: at + 1 }))
  const chosen = numbered.filter(({ each }) => stance === null || each.stance === stance)
  return (
    <section aria-labelledby="sentences">
      <h2 id="sentences">Every sentence behind it</h2>
      <Stances evidence={evidence} chosen={stance} choose={setStance} />
      <ol class="statements" aria-labelledby="sentences">
        {chosen.slice(0, most).map(({ each, number }) => (
          <li key={each.id}>
            <Statement evidence={each} number={number} actions={<Hand evidence={each} about={`sentence ${number}`} />} />
          </li>
        ))}
      </ol>
      {chosen.length > most && (
        <button type="button" class="all" onClick={() => setMost(chosen.length)}>
          All {counted(chosen.length, "sentence")}
        </button>
      )}
    </section>
  )
}

interface Given {
  readonly evidence: readonly Evidence[]
  readonly chosen: Stance | null
  readonly choose: (stance: Stance | null) => void
}

/** Which stances are taken, and how often. */
function Stances({ evidence, chosen, choose }: Given) {
  const taken = STANCES.filter(stance => evidence.some(each => each.stance === stance))
  if (taken.length < 2) return null
  return (
    <fieldset class="days">
      <legend class="visually-hidden">Which sentences are shown</legend>
      <button type="button" aria-pressed={chosen === null} onClick={() => choose(null)}>
        all ({evidence.length})
      </button>
      {taken.map(stance => (
        <button key={stance} type="button" aria-pressed={chosen === stance} onClick={() => choose(stance)}>
          {STANCE_WORDS[stance]} ({evidence.filter(each => each.stance === stance).length})
        </button>
      ))}
    </fieldset>
  )
}
