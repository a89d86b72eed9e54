import type { ArticleSheet, Evidence } from "../contract.ts"
import { Hand, type Span, StanceWord, Who } from "../parts/index.ts"
import { claimAddress, factsOf } from "../words.ts"

interface Given {
  readonly sheet: ArticleSheet
  readonly sentence: Span
  readonly meant: readonly Evidence[]
  readonly close: () => void
}

/** On whose word? The answer for the sentence that was chosen. */
export function Asked({ sheet, sentence, meant, close }: Given) {
  const words = sheet.text.slice(sentence.start, sentence.end)
  return (
    <aside class="asked" aria-label="On whose word?">
      <div role="status">
        <h2>On whose word?</h2>
        <p class="visually-hidden">{words}</p>
        {meant.length === 0 && (
          <p>
            {sheet.outlet ? <bdi class="name">{sheet.outlet}</bdi> : "The article"} says so itself: nobody else is named for this sentence.
          </p>
        )}
        <ul class="plain">
          {meant.map(evidence => (
            <Answer key={evidence.id} evidence={evidence} />
          ))}
        </ul>
      </div>
      <button type="button" class="close" onClick={close}>
        Close
      </button>
    </aside>
  )
}

function Answer({ evidence }: { readonly evidence: Evidence }) {
  const facts = factsOf(evidence)
  return (
    <li>
      <Who agent={evidence.agent} role /> <StanceWord stance={evidence.stance} /> <span class="quoted">{evidence.words}</span>
      {facts.length > 0 && <span class="facts"> · {facts.join(" · ")}</span>}
      {evidence.claim && (
        <>
          {" · "}
          <a href={claimAddress(evidence.claim)}>who says otherwise?</a>
        </>
      )}
      <Hand evidence={evidence} about={evidence.words || "this statement"} />
    </li>
  )
}
