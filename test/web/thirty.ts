const SENTENCE =
  "the provincial water authority had known since the spring, by minutes that were never published, that the works at Hallow Bridge could not remove the solvent"

/** A claim of more words than a small screen holds. */
export const LONG = `${SENTENCE}, and ${SENTENCE}`

/** A claim's sheet with thirty articles behind it: one first hand through an agency, unnamed sources, a document, and an outlet's own eyes. */
export function thirty(sheet: object): object {
  const articles = Array.from({ length: 30 }, (_, at) => ({
    id: `article_${at}`,
    url: `https://outlet-${at}.example/story`,
    outlet: `Number ${at} of the Far Northern Provinces`,
    title: `A headline about the water, the ${at + 1}th of its kind`,
    published: `2025-10-${String((at % 28) + 1).padStart(2, "0")}`,
    read: "2025-11-01T10:00:00.000Z",
    version: 1,
    versions: 1,
  }))
  const node = (kind: string, words: string, carriedBy: readonly object[], merges: readonly object[] = []) => ({
    kind,
    words,
    agent: null,
    article: null,
    statements: [],
    merges,
    carriedBy,
  })
  const leaves = (from: number, to: number) =>
    articles.slice(from, to).map(article => ({ ...node("article", article.outlet, []), article }))
  const merges = articles.slice(1, 18).map(({ id }) => ({ why: "agency copy", articles: ["article_0", id], statements: [], from: [] }))
  const roots = [
    node("named", "Nadia Orlov, engineer", [node("relay", "Northern Wire", leaves(0, 18)), ...leaves(15, 20)], merges),
    node("unnamed", "unnamed sources of a paper", leaves(18, 27)),
    node("document", "the document “minutes of the board”", leaves(24, 30)),
    node("own", "Number 29 of the Far Northern Provinces", leaves(29, 30)),
  ]
  return { ...sheet, text: LONG, origins: { independent: { least: 3, most: 4 }, count: 4, roots, undecided: [], alarms: [] } }
}
