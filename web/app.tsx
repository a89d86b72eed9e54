import { AddPage } from "./add/index.tsx"
import { AgentPage } from "./agent/index.tsx"
import { SearchPage } from "./agent/search.tsx"
import { ArticlePage } from "./article/index.tsx"
import { ArticlesPage } from "./article/list.tsx"
import { logOut, useAnswer, useFeed } from "./ask/index.ts"
import { BoardPage } from "./board/index.tsx"
import { ClaimPage } from "./claim/index.tsx"
import type { About } from "./contract.ts"
import { CorrectionsPage } from "./corrections/index.tsx"
import { Locked } from "./locked.tsx"
import { Nowhere } from "./nowhere.tsx"
import { usePlace } from "./place.ts"
import { UnnamedPage } from "./unnamed/index.tsx"
import { UnnamedOutletPage } from "./unnamed/outlet.tsx"
import { counted } from "./words.ts"

/** The pages: a masthead, the page at the present address, and a foot. */
export function App() {
  const { path } = usePlace()
  const { answer } = useAnswer<About>("/api")
  const isLocked = answer !== null && !answer.session.reading
  return (
    <>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <Masthead path={path} />
      {!isLocked && <Broken />}
      <main id="main" tabIndex={-1}>
        {isLocked ? <Locked /> : pageAt(path)}
      </main>
      {answer && <Foot about={answer} />}
    </>
  )
}

/** That nothing new comes in. */
function Broken() {
  const { isBroken } = useFeed()
  return (
    <div role="status">
      {isBroken && (
        <p class="broken">The server is away: what is shown may be old, and nothing new comes in. It is tried again without your doing.</p>
      )}
    </div>
  )
}

function Foot({ about: { extent, session, readingOpen } }: { readonly about: About }) {
  return (
    <footer>
      <p>
        Hearsay says who says so, never what is true. Every statement leads to the words it was read from.{" "}
        {extent && `This ledger holds ${counted(extent.statements, "statement")} in ${counted(extent.articles, "article")}.`}
      </p>
      {(session.writing || !readingOpen) && (
        <p>
          This browser may change the ledger.{" "}
          <button type="button" class="judging" onClick={() => void logOut()}>
            Forget it
          </button>
        </p>
      )}
    </footer>
  )
}

const LINKS = [
  ["/", "Claims"],
  ["/articles", "Articles"],
  ["/agents", "Agents"],
  ["/unnamed", "Unnamed sources"],
  ["/corrections", "Corrections"],
  ["/add", "Add"],
] as const

function Masthead({ path }: { readonly path: string }) {
  const first = `/${path.split("/")[1] ?? ""}`
  const current = first === "/claims" ? "/" : first
  return (
    <header class="masthead">
      <p class="title">
        <a href="/">Hearsay</a>
      </p>
      <nav aria-label="Pages">
        <ul class="plain">
          {LINKS.map(([address, words]) => (
            <li key={address}>
              <a href={address} aria-current={address === path ? "page" : address === current ? "true" : undefined}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** Pages by their first word, and whether an id follows it. A new address is a new page, nothing of the one before stays. */
function pageAt(path: string) {
  const [, room = "", id = ""] = path.split("/").map(decoded)
  if (path === "/") return <BoardPage />
  if (room === "claims" && id) return <ClaimPage key={id} id={id} />
  if (room === "articles") return id ? <ArticlePage key={id} id={id} /> : <ArticlesPage />
  if (room === "agents") return id ? <AgentPage key={id} id={id} /> : <SearchPage />
  if (room === "unnamed") return id ? <UnnamedOutletPage key={id} id={id} /> : <UnnamedPage />
  if (room === "corrections") return <CorrectionsPage />
  if (room === "add") return <AddPage />
  return <Nowhere />
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}
