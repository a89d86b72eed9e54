import type { Judged } from "../contract.ts"
import { Judging } from "../parts/index.ts"
import { momentInWords } from "../words.ts"

/** Judgements, each with its reason and the way to undo it. Nothing is ever taken out: what was undone stays to be read. */
export function JudgementList({ judgements }: { readonly judgements: readonly Judged[] }) {
  return (
    <ol class="judgements">
      {judgements.map(judgement => (
        <li key={judgement.id} class={judgement.undoneBy ? "undone" : undefined}>
          <p class="says">
            {judgement.undoneBy ? <s>{judgement.says}</s> : judgement.says} <Subject judgement={judgement} />
          </p>
          <p class="reason" dir="auto">
            “{judgement.why}”
          </p>
          <p class="facts">
            <bdi>{judgement.who}</bdi>, <time dateTime={judgement.at}>{momentInWords(judgement.at)}</time>
            {judgement.undoneBy && " · undone"}
            {judgement.orphan && " · what it speaks of is no longer in the ledger"}{" "}
            {!judgement.undoneBy && judgement.ruling.kind !== "undo" && (
              <Judging
                label="Undo"
                about={judgement.says}
                asks="Was this judgement wrong?"
                ruling={{ kind: "undo", judgement: judgement.id }}
              />
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** The way to what was judged, where that has a page of its own. */
function Subject({ judgement: { ruling } }: { readonly judgement: Judged }) {
  const address = addressOf(ruling)
  return address ? <a href={address}>open</a> : null
}

function addressOf(ruling: Judged["ruling"]): string | null {
  if (ruling.kind === "cut") return `/claims/${ruling.claim}`
  if (ruling.kind === "unite") return ruling.what === "claims" ? `/claims/${ruling.ids[0]}` : `/agents/${ruling.ids[0]}`
  if (ruling.kind === "part" && ruling.what === "agents") return `/agents/${ruling.ids[0]}`
  if ((ruling.kind === "dismiss" || ruling.kind === "confirm") && ruling.id.startsWith("claim_")) return `/claims/${ruling.id}`
  return null
}
