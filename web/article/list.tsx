import { useList } from "../ask/index.ts"
import type { ArticleLine } from "../contract.ts"
import { Heading, More, Told, Waiting, When } from "../parts/index.ts"
import { go, usePlace, withQuery } from "../place.ts"
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
      <Search query={query} />
      {list.trouble && <Told trouble={list.trouble} />}
      {list.items === null && !list.trouble && <Waiting />}
      {list.items?.length === 0 && <p class="quiet found">There is no such article in this ledger.</p>}
      <ol class="articles">
        {list.items?.map(article => (
          <Line key={article.id} article={article} />
        ))}
      </ol>
      <More list={list} />
    </>
  )
}

function Search({ query }: { readonly query: URLSearchParams }) {
  const value = (name: string) => query.get(name) ?? ""
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    go(withQuery(query, { about: String(form.get("about") ?? "").trim(), outlet: String(form.get("outlet") ?? "").trim() }))
  }
  return (
    <search>
      <form class="filters three" onSubmit={send} key={`${value("about")} ${value("outlet")}`}>
        <label>
          <span>Words of the title</span>
          <input type="search" name="about" maxLength={200} defaultValue={value("about")} />
        </label>
        <label>
          <span>Outlet</span>
          <input type="search" name="outlet" maxLength={200} defaultValue={value("outlet")} />
        </label>
        <button type="submit">Look</button>
      </form>
    </search>
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
