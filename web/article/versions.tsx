import { useAnswer } from "../ask/index.ts"
import type { ArticleLine, ArticleSheet, Change, Evidence, History } from "../contract.ts"
import { Sentence, Shown, type Span, StanceWord, Who } from "../parts/index.ts"
import { articleAddress, articleName, counted, momentInWords } from "../words.ts"
import { differing } from "./differing.ts"

/** The page through its versions, side by side: what was added, removed and altered in what is said. */
export function Versions({ sheet: { id, history } }: { readonly sheet: ArticleSheet }) {
  const answered = useAnswer<History>(history.length > 1 ? `/api/articles/${encodeURIComponent(id)}/history` : null)
  if (history.length < 2) return null
  return (
    <section id="versions" aria-labelledby="versions-heading">
      <h2 id="versions-heading">Versions side by side</h2>
      <ol class="versions">
        {history.map(version => (
          <li key={version.id}>
            {version.id === id ? (
              <strong>Version {version.version}, shown above</strong>
            ) : (
              <a href={articleAddress(version.id)}>Version {version.version}</a>
            )}
            <span class="facts">
              {" "}
              read <time dateTime={version.read}>{momentInWords(version.read)}</time>
            </span>
          </li>
        ))}
      </ol>
      <Shown of={answered}>{({ versions, steps }) => steps.map(step => <Step key={step.to} step={step} versions={versions} />)}</Shown>
    </section>
  )
}

function Step({ step, versions }: { readonly step: History["steps"][number]; readonly versions: readonly ArticleLine[] }) {
  const [from, to] = [step.from, step.to].map(id => versions.find(version => version.id === id)?.version)
  if (step.changes.length === 0)
    return (
      <p class="quiet">
        From version {from} to {to}: no statement is touched.
      </p>
    )
  return (
    <table class="steps">
      <caption>
        From version {from} to version {to}: {summed(step.changes)}
      </caption>
      <thead>
        <tr>
          <th scope="col">What changed</th>
          <th scope="col">Version {from}</th>
          <th scope="col">Version {to}</th>
        </tr>
      </thead>
      <tbody>
        {step.changes.map((change, at) => (
          <ChangeRow key={at} change={change} />
        ))}
      </tbody>
    </table>
  )
}

/** “1 added, 3 removed”. */
function summed(changes: readonly Change[]): string {
  return (["added", "removed", "altered"] as const)
    .map(kind => [changes.filter(change => change.kind === kind).length, kind] as const)
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${counted(count, "statement")} ${kind}`)
    .join(", ")
}

/** Told apart without colour. */
const SIGNS: Readonly<Record<Change["kind"], string>> = { added: "+", removed: "−", altered: "≠" }

function ChangeRow({ change: { kind, says, before, after } }: { readonly change: Change }) {
  const { gone, come } = before && after ? differing(before.sentence.text, after.sentence.text) : { gone: [], come: [] }
  return (
    <tr class={kind}>
      <th scope="row">
        <span class="sign" aria-hidden="true">
          {SIGNS[kind]}
        </span>{" "}
        {says}
      </th>
      <td>{before ? <Side evidence={before} changed={gone} kind="gone" /> : <span class="quiet">—</span>}</td>
      <td>{after ? <Side evidence={after} changed={come} kind="come" /> : <span class="quiet">—</span>}</td>
    </tr>
  )
}

interface SideGiven {
  readonly evidence: Evidence
  /** What the other version's sentence has otherwise. */
  readonly changed: readonly Span[]
  readonly kind: "gone" | "come"
}

function Side({ evidence, changed, kind }: SideGiven) {
  const { start } = evidence.sentence
  const also = changed.map(span => ({ kind, stance: null, statement: "", start: start + span.start, end: start + span.end }))
  return (
    <>
      <p>
        <Who agent={evidence.agent} /> <StanceWord stance={evidence.stance} />{" "}
        <a class="facts" href={articleAddress(evidence.article.id, evidence.id)}>
          in its place
        </a>
      </p>
      <Sentence evidence={evidence} also={also} />
    </>
  )
}

/** Other articles that hold the same text; its own versions are told above. */
export function Copies({ sheet }: { readonly sheet: ArticleSheet }) {
  const own = new Set(sheet.history.map(({ id }) => id))
  const copies = sheet.copies.filter(({ article }) => !own.has(article.id))
  if (copies.length === 0) return null
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">The same text elsewhere</h2>
      <ul class="plain">
        {copies.map(({ article, share }) => (
          <li key={article.id}>
            <b>{Math.round(share * 100)} %</b> of the shorter one:{" "}
            <a href={articleAddress(article.id)}>
              {article.outlet && `${article.outlet}: `}
              {articleName(article)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
