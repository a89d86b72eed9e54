import type { Evidence } from "../contract.ts"
import { Who } from "../parts/index.ts"
import { articleAddress } from "../words.ts"

/** Words in quotation marks, each once, with all outlets that carry them: the same words of the same speaker were spoken once. */
export function Quotes({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const groups = grouped(evidence.filter(({ form, words }) => form !== "indirect" && words !== ""))
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="quotes">
      <h2 id="quotes">In quotation marks</h2>
      <ul class="quotes">
        {groups.map(([first, ...others]) => (
          <li key={first!.id}>
            <blockquote dir="auto">{first!.words}</blockquote>
            <p class="facts">
              <Who agent={first!.agent} role />
              {[first!, ...others].map(each => (
                <span key={each.id}>
                  {" · "}
                  <a href={articleAddress(each.article.id, each.id)}>{each.article.outlet ?? "an article"}</a>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function grouped(evidence: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const groups = new Map<string, Evidence[]>()
  for (const each of evidence) {
    const key = `${each.agent?.id} ${letters(each.words)}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()]
}

/** Outlets differ in marks and capitals. */
function letters(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}
