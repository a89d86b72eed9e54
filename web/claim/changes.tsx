import { useAnswer } from "../ask/index.ts"
import type { ArticleLine, ClaimSheet, Evidence, History, Position } from "../contract.ts"
import { When, Who } from "../parts/index.ts"
import { articleAddress, articleName, STANCE_WORDS } from "../words.ts"

/** What changed and when: positions that turned, and articles in which something of this claim was added, removed or altered. */
export function Changes({ sheet }: { readonly sheet: ClaimSheet }) {
  const turns = sheet.positions.flatMap(turnsOf).sort((a, b) => ((a.to.when ?? "") < (b.to.when ?? "") ? -1 : 1))
  const changed = changedArticles(sheet.evidence)
  if (turns.length + changed.length === 0) return null
  return (
    <section class="changing" aria-labelledby="changes">
      <h2 id="changes">What changed, and when</h2>
      <ul class="changes">
        {turns.map(({ position, from, to }) => (
          <li key={to.statement}>
            {to.when && <When value={to.when} />} <Who agent={position.agent} words={position.words} role />: from{" "}
            <Turn turn={from} sheet={sheet} /> to <Turn turn={to} sheet={sheet} />
          </li>
        ))}
        {changed.map(article => (
          <ArticleChange key={article.id} article={article} claim={sheet.id} />
        ))}
      </ul>
    </section>
  )
}

/** Each change of a position, with what it was before. */
function turnsOf(position: Position) {
  return position.turns.slice(1).map((to, at) => ({ position, from: position.turns[at]!, to }))
}

/** A stance taken at some time, with the way to the words. */
function Turn({ turn: { stance, statement }, sheet }: { readonly turn: Position["turns"][number]; readonly sheet: ClaimSheet }) {
  const own = sheet.evidence.find(({ id }) => id === statement)
  const word = <span class={`stance ${stance}`}>{STANCE_WORDS[stance]}</span>
  return own ? <a href={articleAddress(own.article.id, own.id)}>{word}</a> : word
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
          <a href={articleAddress(step.to, "versions")}>{articleName(article)}</a>: {change.says}
        </li>
      ))}
    </>
  )
}
