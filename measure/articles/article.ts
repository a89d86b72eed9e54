import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Act, AgentKind, Form, Stance } from "../../src/core/data.ts"
import { ROOT } from "../../train/corpora.ts"

/** An invented article with every statement that a careful reader finds in it. `test/articles/README.md` says how it was read. */
export interface GoldArticle {
  readonly id: string
  readonly publisher: string
  readonly published: string | null
  readonly title: string
  readonly text: string
  readonly statements: readonly GoldStatement[]
}

export interface GoldStatement {
  readonly id: string
  /** `name` as the article has it in full; of an unnamed source its description. Null where nobody is named. */
  readonly source: { readonly name: string; readonly kind: AgentKind } | null
  readonly actsFor?: string
  readonly cue: string | null
  readonly content: readonly string[]
  readonly form: Form
  readonly stance: Stance
  readonly act?: Act
  readonly citing?: "anonymous" | "named" | "document"
  readonly relayedBy?: readonly string[]
  readonly said?: string
  readonly venue?: string
  readonly to?: string
  readonly askedBy?: string
  /** Statements of one article with the same value assert, deny, decline or leave unanswered one claim. */
  readonly about?: string
  /** Says what cannot hold together with that claim, without answering it. */
  readonly contradicts?: string
  /** Readers could disagree: neither wanted nor punished. */
  readonly optional?: boolean
  /** `[start, end]` in `text`, in UTF-16 code units. */
  readonly at: { readonly source: Pair | null; readonly cue: Pair | null; readonly content: readonly Pair[] }
}

export type Pair = readonly [number, number]

const FOLDER = join(ROOT, "test/articles")

/** The invented articles, by name. */
export function goldArticles(): readonly GoldArticle[] {
  const files = readdirSync(FOLDER).filter(file => file.endsWith(".json"))
  return files.map(file => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as GoldArticle)
}
