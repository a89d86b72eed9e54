import type { Evidence } from "../contract.ts"
import { claimAddress, claimWords } from "../words.ts"
import { CorrectFields, corrected } from "./correct.tsx"
import { Judging } from "./judging.tsx"
import { Sentence } from "./sentence.tsx"

/** What a person can say against a statement. `about` names it to those who do not see what it stands beside. */
export function Hand({ evidence, about }: { readonly evidence: Evidence; readonly about: string }) {
  return (
    <details class="hand">
      <summary aria-label={`Correct ${about}`}>Correct</summary>
      <p class="buttons">
        <Judging label="Correct a field" about={about} asks="What is it really?" ruling={form => corrected(evidence.id, form)}>
          <Sentence evidence={evidence} />
          <CorrectFields evidence={evidence} />
        </Judging>
        <Judging
          label="Another claim"
          about={about}
          asks="Does this sentence speak of something else?"
          ruling={{ kind: "part", what: "statements", ids: [evidence.id] }}
        >
          <Sentence evidence={evidence} />
        </Judging>
        <Judging label="Dismiss" about={about} asks="Was this never said so?" ruling={{ kind: "dismiss", id: evidence.id }}>
          <Sentence evidence={evidence} />
        </Judging>
        <Judging
          label="Confirm"
          about={about}
          asks="Have you checked this sentence, and is it read rightly?"
          ruling={{ kind: "confirm", id: evidence.id }}
        >
          <Sentence evidence={evidence} />
        </Judging>
      </p>
    </details>
  )
}

/** What can be done from a statement that stands away from its claim. `isLinked`: whether the way to its claim is shown. */
export function Otherwise({ evidence, isLinked = true }: { readonly evidence: Evidence; readonly isLinked?: boolean }) {
  const words = claimWords(evidence.words)
  return (
    <>
      {isLinked && evidence.claim && (
        <p class="facts onward">
          <a href={claimAddress(evidence.claim)} aria-label={`Who says otherwise: ${words}`}>
            Who says otherwise?
          </a>
        </p>
      )}
      <Hand evidence={evidence} about={words} />
    </>
  )
}
