import type {
  ArticleSheet,
  BoardLine,
  Evidence,
  History,
  JudgementLine,
  NewJudgement,
  ClaimSheet as Sheet,
} from "../src/server/contract/index.ts"

/** What the server answers, as the pages name it. Types alone: nothing of the server is in the pages. */
export type * from "../src/server/contract/index.ts"

export type Stance = Evidence["stance"]
export type ArticleLine = Evidence["article"]
export type AgentLine = NonNullable<Evidence["agent"]>
export type Position = ClaimSheet["positions"][number]
type Root = Sheet["origins"]["roots"][number]

/** A declaration of a schema that holds itself loses its type one level down; here it is whole. */
export interface OriginNode extends Omit<Root, "carriedBy"> {
  readonly carriedBy: readonly OriginNode[]
}

export interface ClaimSheet extends Omit<Sheet, "origins"> {
  readonly origins: Omit<Sheet["origins"], "roots"> & { readonly roots: readonly OriginNode[] }
}

export type Merge = OriginNode["merges"][number]
export type Day = BoardLine["timeline"][number]
export type Doubt = ArticleSheet["doubts"][number]
export type Block = ArticleSheet["blocks"][number]
export type Step = History["steps"][number]
export type Change = Step["changes"][number]
export type Ruling = NewJudgement["ruling"]
export type Judged = JudgementLine
