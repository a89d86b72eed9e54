import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { extract } from "../../src/core/article/index.ts"
import type { AgentKind, Article, Page, RecordPage, Stance } from "../../src/core/data.ts"
import { ROOT } from "../../train/corpora.ts"
import { type Anchor, type Place, placeOf } from "./anchor.ts"

/** An invented event as several outlets tell it, with what a careful reader finds in it. `test/stories/README.md` says how it was read. */
export interface Story {
  readonly id: string
  readonly title: string
  readonly articles: readonly StoryArticle[]
  readonly agents: readonly StoryAgent[]
  readonly claims: readonly StoryClaim[]
  /** Articles (by key) that share copy, or another's quoted words, and whether they say so. */
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    readonly kind: "agency copy" | "same words"
    readonly credited: boolean
  }[]
}

export interface StoryArticle {
  readonly key: string
  readonly url: string
  readonly publisher: string
  readonly published: string
  /** What is handed to `read`. */
  readonly page: Page
}

export interface StoryAgent {
  readonly name: string
  readonly kind: AgentKind
  readonly actsFor?: string
  readonly aliases: readonly string[]
}

export interface StoryClaim {
  readonly id: string
  readonly text: string
  readonly statements: readonly StoryStatement[]
  /** `optional`: a careful reader may leave it out. `held`: the stances before it and it, where it changed. */
  readonly positions: readonly {
    readonly agent: string
    readonly stance: Stance
    readonly optional?: boolean
    readonly held?: readonly Stance[]
  }[]
  readonly origins: StoryOrigins
  /** What a reader should be warned of. */
  readonly alarms?: readonly ("all unnamed" | "ring" | "copy that claims own sources")[]
}

/** Where the assertion enters first-hand: how many origins, or between how many where the texts do not tell. */
export interface StoryOrigins {
  readonly independent: number
  readonly range?: readonly [number, number]
  readonly list: readonly {
    readonly id: string
    readonly source: string
    readonly articles: readonly string[]
    readonly merged?: readonly string[]
  }[]
}

export interface StoryStatement {
  readonly id: string
  /** Key of its article. */
  readonly doc: string
  /** Null where nobody is named. */
  readonly source: string | null
  readonly stance: Stance
  readonly cue: string | null
  /** The content in full, from its first word to its last; null where none are said. */
  readonly content: string | null
  readonly at: Place
  readonly relayedBy?: readonly string[]
}

/** As `gold.json` has it: articles by their files, contents by their first and last words. */
interface Written extends Omit<Story, "articles" | "claims"> {
  readonly articles: readonly (Omit<StoryArticle, "page"> & { readonly file?: string })[]
  readonly claims: readonly (Omit<StoryClaim, "statements"> & { readonly statements: readonly (Omit<StoryStatement, "at"> & Anchor)[] })[]
}

const FOLDER = join(ROOT, "test/stories")

/** The names of the stories. */
export function storyNames(): string[] {
  return readdirSync(FOLDER).filter(name => existsSync(join(FOLDER, name, "gold.json")))
}

/** A story by its name. Throws where its gold does not fit its articles. */
export function story(name: string): Story {
  const written = JSON.parse(readFileSync(join(FOLDER, name, "gold.json"), "utf8")) as Written
  const articles = withPages(written, join(FOLDER, name))
  const texts = new Map(articles.map(({ key, page }) => [key, extract(page)]))
  const claims = written.claims.map(claim => ({ ...claim, statements: claim.statements.map(each => placed(each, texts)) }))
  return { ...written, articles, claims }
}

/** Pages as files beside the gold, or records in `articles.jsonl`, found by their addresses. */
function withPages({ articles }: Written, folder: string): StoryArticle[] {
  const records = recordsIn(join(folder, "articles.jsonl"))
  return articles.map(({ file, ...article }) => {
    const page = file ? ({ kind: "html", content: readFileSync(join(folder, file)) } as const) : records.get(article.url)
    if (!page) throw new Error(`${folder}: no article of this address: ${article.url}`)
    return { ...article, page }
  })
}

function recordsIn(file: string): Map<string, RecordPage> {
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, "utf8").trimEnd().split("\n")
  const records = lines.map(line => ({ ...(JSON.parse(line) as Omit<RecordPage, "kind">), kind: "record" }) as const)
  return new Map(records.map(record => [record.url ?? "", record]))
}

function placed(statement: Omit<StoryStatement, "at"> & Anchor, texts: ReadonlyMap<string, Article>): StoryStatement {
  const article = texts.get(statement.doc)
  if (!article) throw new Error(`${statement.id}: no such article: ${statement.doc}`)
  const at = placeOf(article, statement)
  return { ...statement, content: at.content && article.text.slice(at.content.start, at.content.end), at }
}
