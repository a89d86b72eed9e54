import { StanceWord, Who } from "../parts/index.ts"
import { claimAddress, factsOf } from "../words.ts"
import type { Note } from "./rows.ts"

/** A statement or a doubt, as the margin tells it. */
export function NoteItem({ note, isLit }: { readonly note: Note; readonly isLit: boolean }) {
  if (note.kind === "doubt") return <DoubtItem doubt={note.doubt} />
  const { evidence, number } = note
  const facts = factsOf(evidence)
  return (
    <li class={`note ${evidence.stance}${isLit ? " lit" : ""}`} id={evidence.id}>
      <p>
        <span class="number">{number}</span> <Who agent={evidence.agent} role />
      </p>
      <p class="says">
        <StanceWord stance={evidence.stance} />{" "}
        {evidence.claim ? (
          <a href={claimAddress(evidence.claim)}>{evidence.words || "what they were asked about"}</a>
        ) : (
          <span>{evidence.words}</span>
        )}
      </p>
      {facts.length > 0 && (
        <p class="facts">
          <bdi>{facts.join(" · ")}</bdi>
        </p>
      )}
    </li>
  )
}

function DoubtItem({ doubt: { says, candidates } }: { readonly doubt: Extract<Note, { readonly kind: "doubt" }>["doubt"] }) {
  return (
    <li class="note doubtful">
      <p>
        <span class="number">?</span> <strong>Not resolved</strong>
      </p>
      <p class="facts">
        {says}.{candidates.length > 0 && ` Could be: ${candidates.join("; ")}.`}
      </p>
    </li>
  )
}
