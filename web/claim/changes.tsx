import { useAnswer } from "../ask/index.ts"
import type { ArticleLine, ClaimSheet, Evidence, History } from "../contract.ts"
import { When, Who } from "../parts/index.ts"
import { articleAddress, articleName, STANCE_WORDS } from "../words.ts"

/** What changed and when: positions that turned, and articles in which something of this claim was added, removed or altered. */
export function Changes({ sheet }: { readonly sheet: ClaimSheet }) {
  const turned = sheet.positions.filter(({ turns }) => turns.length > 1)
  const changed = changedArticles(sheet.evidence)
  if (turned.length + changed.length === 0) return null
  return (
    <section class="changing" aria-labelledby="changes">
      <h2 id="changes">What changed, and when</h2>
      <ul class="changes">
        {turned.flatMap(position =>
          position.turns.slice(1).map((turn, at) => (
            <li key={turn.statement}>
              {turn.when && <When value={turn.when} />} <Who agent={position.agent} words={position.words} role />: from{" "}
              <span class={`stance ${position.turns[at]!.stance}`}>{STANCE_WORDS[position.turns[at]!.stance]}</span> to{" "}
              <span class={`stance ${turn.stance}`}>{STANCE_WORDS[turn.stance]}</span>
            </li>
          )),
        )}
        {changed.map(article => (
          <ArticleChange key={article.id} article={article} claim={sheet.id} />
        ))}
      </ul>
    </section>
  )
}

/** More would ask too much at once. */
const MOST_ARTICLES = 6

function changedArticles(evidence: readonly Evidence[]): readonly ArticleLine[] {
  const byUrl = new Map(evidence.filter(({ article }) => article.versions > 1).map(({ article }) => [article.url ?? article.id, article]))
  return [...byUrl.values()].slice(0, MOST_ARTICLES)
}

function ArticleChange({ article, claim }: { readonly article: ArticleLine; readonly claim: string }) {
  const { answer } = useAnswer<History>(`/api/articles/${encodeURIComponent(article.id)}/history`)
  const own = (answer?.steps ?? []).flatMap(step =>
    step.changes.filter(({ before, after }) => before?.claim === claim || after?.claim === claim).map(change => ({ change, step })),
  )
  return (
    <>
      {own.map(({ change, step }, at) => (
        <li key={at}>
          {article.outlet && <bdi class="outlet">{article.outlet}: </bdi>}
          <a href={`${articleAddress(step.to)}?versions`}>{articleName(article)}</a>: {change.says}
        </li>
      ))}
    </>
  )
}
