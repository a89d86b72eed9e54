import { useList } from "../ask/index.ts"
import type { ArticleLine } from "../contract.ts"
import { Field, Heading, List, Search, When } from "../parts/index.ts"
import { usePlace } from "../place.ts"
import { articleAddress, articleName } from "../words.ts"

/** The articles of the ledger, those read last first. */
export function ArticlesPage() {
  const { query } = usePlace()
  const asked = new URLSearchParams({ limit: "60" })
  for (const name of ["outlet", "about"]) if (query.get(name)) asked.set(name, query.get(name)!)
  const list = useList<ArticleLine>(`/api/articles?${asked}`)
  return (
    <>
      <Heading title="Articles">Articles read</Heading>
      <Search query={query} names={["about", "outlet"]} class="three">
        <Field query={query} name="about" words="Words of the title" />
        <Field query={query} name="outlet" words="Outlet" />
        <button type="submit">Search</button>
      </Search>
      <List list={list} none={query.size > 0 ? "There is no such article in this ledger." : <NoneYet />}>
        {articles => (
          <ol class="articles">
            {articles.map(article => (
              <Line key={article.id} article={article} />
            ))}
          </ol>
        )}
      </List>
    </>
  )
}

function NoneYet() {
  return (
    <>
      No article has been read yet. <a href="/add">Add one</a> to see who says what in it.
    </>
  )
}

function Line({ article }: { readonly article: ArticleLine }) {
  const { id, outlet, published, read, version, versions } = article
  return (
    <li>
      <h2>
        <a href={articleAddress(id)}>{articleName(article)}</a>
      </h2>
      <p class="facts">
        {outlet && <bdi class="publisher">{outlet}</bdi>}
        {outlet && published && " · "}
        {published && <When value={published} />} · read <When value={read} />
        {versions > 1 && ` · version ${version} of ${versions}`}
      </p>
    </li>
  )
}
