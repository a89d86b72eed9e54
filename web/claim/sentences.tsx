import { useState } from "preact/hooks"
import { useList } from "../ask/index.ts"
import type { ClaimSheet, Evidence, Stance } from "../contract.ts"
import { Hand, List, Statement } from "../parts/index.ts"
import { counted, STANCE_WORDS, STANCES } from "../words.ts"

/** More sentences are shown when they are asked for. */
const MOST = 60

/** Every sentence behind a claim, in time order, or those of one stance. A sentence keeps its number. Of very many the newest come with the claim, the others when they are asked for. */
export function Sentences({ sheet, at }: { readonly sheet: ClaimSheet; readonly at: string }) {
  const { evidence, earlier } = sheet
  const [stance, setStance] = useState<Stance | null>(null)
  const [most, setMost] = useState(MOST)
  const numbered = evidence.map((each, at) => ({ each, number: at + 1 }))
  const chosen = numbered.filter(({ each }) => stance === null || each.stance === stance)
  return (
    <section aria-labelledby="sentences">
      <h2 id="sentences">Every sentence behind it</h2>
      {earlier && (
        <p class="quiet">
          Here, in the table and in the picture are the newest {evidence.length} of {counted(sheet.statements, "sentence")}; those before
          them stand below.
        </p>
      )}
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
      {earlier && <Earlier key={`${sheet.id} ${at}`} path={pathFrom(sheet.id, at, earlier)} />}
    </section>
  )
}

/** So many of the earlier ones come at once. */
const LIMIT = "60"

function pathFrom(id: string, at: string, cursor: string): string {
  return `/api/claims/${encodeURIComponent(id)}/statements?${new URLSearchParams({ limit: LIMIT, cursor, ...(at && { at }) })}`
}

/** Sentences before those that came with the claim, the newest first. They are asked for once a hand asks. */
function Earlier({ path }: { readonly path: string }) {
  const [isAsked, setAsked] = useState(false)
  const list = useList<Evidence>(isAsked ? path : null)
  if (!isAsked)
    return (
      <button type="button" class="all" onClick={() => setAsked(true)}>
        Earlier sentences
      </button>
    )
  return (
    <>
      <h3 id="earlier" class="why">
        Earlier sentences, the newest first
      </h3>
      <List list={list} none="There are none.">
        {items => (
          <ol class="statements" aria-labelledby="earlier">
            {items.map(each => (
              <li key={each.id}>
                <Statement evidence={each} actions={<Hand evidence={each} about={each.words || "this sentence"} />} />
              </li>
            ))}
          </ol>
        )}
      </List>
    </>
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
