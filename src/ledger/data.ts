/**
 * The nouns of the ledger: what is entered, what is asked, and what is answered. Answers are plain data and typed whole, so that a
 * terminal, a server and a page tell the same.
 */
import type { Act, AgentKind, Block, Certainty, Doubt, Form, Reading, Span, Stance } from "../core/index.ts"

// ── Entered ─────────────────────────────────────────────────────────────────────────────────────

/** What the journal keeps, in the order it was acknowledged. All else in a ledger follows from these. */
export type Entry = ReadingEntry | JudgementEntry

/** An article read. */
export interface ReadingEntry {
  readonly entry: "reading"
  /** When it was handed in: ISO 8601 in UTC, "2025-11-24T10:00:00.000Z". */
  readonly at: string
  /** Version of the Hearsay that read it; null when it does not say. */
  readonly reader: string | null
  readonly reading: Reading
  /** Whether it takes the place of an earlier reading of the same article, by an older model. */
  readonly again?: true
}

/** What a person found to be otherwise. */
export interface JudgementEntry {
  readonly entry: "judgement"
  readonly at: string
  readonly who: string
  /** The reason, in the person's words. */
  readonly why: string
  readonly ruling: Ruling
}

/** What a judgement does. Agents, claims, statements and articles by their ids in the ledger. */
export type Ruling =
  | { readonly kind: "unite"; readonly what: "agents" | "claims"; readonly ids: readonly string[] }
  /** Agents: those named leave whoever they were united with, or are kept apart for good. Claims: the statements named become a claim of their own. */
  | { readonly kind: "part"; readonly what: "agents"; readonly ids: readonly string[] }
  | { readonly kind: "part"; readonly what: "statements"; readonly ids: readonly string[] }
  /** Two articles that were taken for one origin are two. */
  | { readonly kind: "cut"; readonly claim: string; readonly articles: readonly [string, string] }
  | { readonly kind: "correct"; readonly statement: string; readonly field: CorrectedField; readonly value: string }
  /** The statement was never made so; or the claim is of no interest. */
  | { readonly kind: "dismiss"; readonly id: string }
  | { readonly kind: "confirm"; readonly id: string }
  | { readonly kind: "undo"; readonly judgement: string }

/** `source` takes an agent's id, or a name; `claim` a claim's id. */
export type CorrectedField = "source" | "stance" | "act" | "certainty" | "polarity" | "said" | "claim"

// ── Asked ───────────────────────────────────────────────────────────────────────────────────────

/** As of when. Without it, everything the ledger holds. */
export interface AsOf {
  /**
   * EDTF or ISO 8601: "2024-11-11" counts to the end of that day. An article's first version counts from when it was published, or read where
   * no date is known; a later version from when it was changed, or read.
   */
  readonly at?: string
}

/** Which claims. All that is given must hold. */
export interface ClaimFilter extends AsOf {
  /** Someone asserts it, and someone denies it, declines to speak of it, or did not answer. */
  readonly contested?: boolean
  /** Nobody who stands at its beginning is named. */
  readonly unnamed?: boolean
  /** An agent's id; one who takes a position on it. */
  readonly agent?: string
  /** Together with `agent` where his stance on it now; else anyone's. */
  readonly stance?: Stance
  /** Name of an outlet that tells it. */
  readonly outlet?: string
  /** ISO 8601 day; something was said of it on or after that day. */
  readonly since?: string
  /** Words of it, or names in it. */
  readonly about?: string
  /** `weight`: the most contested first; `newest`: what was told last first. Defaults to `weight`. */
  readonly order?: "weight" | "newest"
}

/** Which part of a list. */
export interface Paging {
  /** From 1 to 500; defaults to 50. */
  readonly limit?: number
  /** `next` of the page before. */
  readonly cursor?: string
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Goes on from here; null at the end. */
  readonly next: string | null
}

// ── Answered ────────────────────────────────────────────────────────────────────────────────────

export interface AgentLine {
  readonly id: string
  readonly name: string
  readonly kind: AgentKind
  /** As articles word them, the most frequent first. */
  readonly roles: readonly string[]
  /** For whom he speaks. */
  readonly actsFor: { readonly id: string; readonly name: string } | null
}

export interface ArticleLine {
  readonly id: string
  readonly url: string | null
  readonly outlet: string | null
  readonly title: string | null
  readonly published: string | null
  readonly modified: string | null
  /** When it was handed in. */
  readonly read: string
  /** Which version of its page, from 1. */
  readonly version: number
  readonly versions: number
}

/** A claim in a list. */
export interface ClaimLine {
  readonly id: string
  readonly text: string
  readonly contested: boolean
  /** How many voices stand where now. */
  readonly voices: Readonly<Record<Stance, number>>
  readonly statements: number
  readonly articles: number
  readonly outlets: readonly string[]
  /** Whether nobody who asserts it first-hand is named. */
  readonly unnamed: boolean
  /** Days or moments of ISO 8601: when it was first asserted, first denied, and last spoken of. */
  readonly firstAsserted: string | null
  readonly firstDenied: string | null
  readonly last: string | null
}

/** A claim as a board shows it: who stands where, from how many first hands, and when it was spoken of. */
export interface BoardLine extends ClaimLine {
  /** At most 4 voices of each stance, those who deny first. */
  readonly who: readonly {
    readonly agent: AgentLine | null
    readonly words: string | null
    readonly stance: Stance
    readonly turned: boolean
  }[]
  readonly independent: OriginSheet["independent"] & { readonly count: number }
  readonly alarms: readonly Alarm[]
  /** How often a stance was told on a day, in time order; at most 60. */
  readonly timeline: readonly { readonly day: string; readonly stance: Stance; readonly statements: number }[]
}

/** A claim with all that stands behind it. */
export interface ClaimSheet extends ClaimLine {
  readonly positions: readonly PositionLine[]
  readonly origins: OriginSheet
  /**
   * Its statements in time order, of very many the newest 400: positions and origins are those of these. Statements of earlier versions that
   * the newest no longer has are marked.
   */
  readonly evidence: readonly Evidence[]
  /** Where the list of its statements goes on with those before these; null where these are all. */
  readonly earlier: string | null
  readonly judgements: readonly JudgementLine[]
  /** Claims that might be the same, or say the opposite, and why that was left open. */
  readonly near: readonly { readonly id: string; readonly text: string; readonly why: string }[]
}

/** Where a voice stands. */
export interface PositionLine {
  /** Who was heard: the one who spoke in person, where one did. */
  readonly agent: AgentLine | null
  /** For whom he spoke, or himself: those of one voice are one position. */
  readonly voice: AgentLine | null
  /** The words an article uses where nobody is named. */
  readonly words: string | null
  readonly stance: Stance
  /** Each change of stance with its first statement, in time order; the last one is `stance`. */
  readonly turns: readonly { readonly stance: Stance; readonly when: string | null; readonly statement: string }[]
  /** Ids into `evidence`. */
  readonly statements: readonly string[]
}

/** Where a claim enters the record, as a tree: first hands, what carries them, and the articles seen. */
export interface OriginSheet {
  /** How many first hands are independent of one another; a range where that cannot be told. */
  readonly independent: { readonly least: number; readonly most: number }
  /** What a careful reader would say. */
  readonly count: number
  readonly roots: readonly OriginNode[]
  /** What could not be decided, in words. */
  readonly undecided: readonly string[]
  readonly alarms: readonly Alarm[]
}

export interface OriginNode {
  readonly kind: "named" | "document" | "unnamed" | "own" | "nobody" | "relay" | "article"
  readonly agent: AgentLine | null
  readonly article: ArticleLine | null
  /** What is shown for it: “unnamed sources of The Harbor Post”. */
  readonly words: string
  /** Statements it was read from: ids into `evidence`. */
  readonly statements: readonly string[]
  /** Why it hangs where it hangs. */
  readonly merges: readonly Merge[]
  readonly carriedBy: readonly OriginNode[]
}

/** Why two tellings go back to one. */
export interface Merge {
  readonly why: string
  readonly articles: readonly string[]
  readonly statements: readonly string[]
  /** The words that show it. */
  readonly from: readonly (Span & { readonly article: string })[]
}

export interface Alarm {
  readonly rule: string
  readonly says: string
  readonly articles: readonly string[]
}

/** A statement with the sentence it stands in. Spans count in the text of its article's version. */
export interface Evidence {
  readonly id: string
  readonly claim: string | null
  readonly article: ArticleLine
  /** Whether a later version of the page no longer holds, or has replaced, the version it stands in. */
  readonly past: boolean
  readonly agent: AgentLine | null
  readonly stance: Stance
  readonly act: Act
  readonly certainty: Certainty
  readonly polarity: "positive" | "negative"
  readonly form: Form
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: readonly Span[]
  /** The words attributed, on one line, pieces joined by “…”. */
  readonly words: string
  /** The sentence or sentences it stands in, to the letter. */
  readonly sentence: Span & { readonly text: string }
  readonly relayedBy: readonly AgentLine[]
  readonly citing:
    | (Span & { readonly kind: "anonymous" | "named" | "document"; readonly words: string; readonly agents: readonly AgentLine[] })
    | null
  readonly to: (Span & { readonly words: string }) | null
  readonly venue: (Span & { readonly words: string }) | null
  readonly askedBy: AgentLine | null
  /** EDTF; null when it is not told. */
  readonly said: string | null
  /** By which it stands in time: said, else published, else read. */
  readonly when: string
  readonly confidence: number
  /** Ids of the judgements that changed or confirmed it. */
  readonly judged: readonly string[]
}

/** Everything an agent said. */
export interface AgentSheet extends AgentLine {
  readonly names: readonly string[]
  readonly statements: number
  readonly claims: number
  /** Claims on which his stance changed. */
  readonly turned: readonly { readonly claim: string; readonly text: string; readonly position: PositionLine }[]
  /** Who speaks for him. */
  readonly spokenForBy: readonly AgentLine[]
  /** Others who could be the same, left apart because it was not certain. */
  readonly suggests: readonly { readonly agent: AgentLine; readonly why: string }[]
  readonly judgements: readonly JudgementLine[]
}

/** An article with everything found in it. */
export interface ArticleSheet extends ArticleLine {
  readonly authors: readonly string[]
  readonly language: string
  readonly text: string
  readonly blocks: readonly Block[]
  /** Its statements, in text order. */
  readonly evidence: readonly Evidence[]
  readonly doubts: readonly Doubt[]
  /** All versions of its page, in the order they came to be. */
  readonly history: readonly ArticleLine[]
  /** Articles that hold the same text, and how much of the shorter one. */
  readonly copies: readonly { readonly article: ArticleLine; readonly share: number }[]
}

/** How an outlet uses sources that it does not name. */
export interface UnnamedLine {
  /** The outlet, as an agent. */
  readonly outlet: AgentLine
  /** Articles with such a source, of all that the outlet has. */
  readonly articles: number
  readonly of: number
  readonly statements: number
  readonly claims: number
  /** How they are described, and why they are not named, the most frequent first; with a statement that words it so. */
  readonly described: readonly Wording[]
  readonly reasons: readonly Wording[]
}

export interface Wording {
  readonly words: string
  readonly statements: number
  readonly example: string
}

/** A page through its versions. */
export interface History {
  readonly page: string
  /** In the order they came to be. */
  readonly versions: readonly ArticleLine[]
  /** From each version to the next. */
  readonly steps: readonly { readonly from: string; readonly to: string; readonly changes: readonly Change[] }[]
}

/** What became of a statement between two versions. Those with the most effect come first. */
export interface Change {
  readonly kind: "added" | "removed" | "altered"
  /** “denial added”, “officials became an official”, “said became claimed”, “source dropped”. */
  readonly says: string
  /** From 1, the least, to 10. */
  readonly effect: number
  readonly before: Evidence | null
  readonly after: Evidence | null
}

/** A judgement as it stands in the history. */
export interface JudgementLine {
  readonly id: string
  readonly at: string
  readonly who: string
  readonly why: string
  readonly ruling: Ruling
  /** What it did, in words. */
  readonly says: string
  /** Where the statement stands that it speaks of; null where it speaks of something else. */
  readonly where: { readonly article: string; readonly statement: string } | null
  /** The judgement that undid it. */
  readonly undoneBy: string | null
  /** Whether what it speaks of is no longer in the ledger, so that it has no effect. */
  readonly orphan: boolean
}

/** How much a ledger holds. */
export interface Extent {
  readonly articles: number
  readonly statements: number
  readonly claims: number
  readonly agents: number
  readonly judgements: number
  /** Changes with every entry and only then: an ETag. */
  readonly revision: string
}
