/**
 * The nouns of Hearsay, in the order they come to be. Stages meet here and in `span.ts`, and nowhere else:
 * page → article → prose → tagged → attributions → statements → claims → reading.
 */
import type { Span } from "./span.ts"

// ── Page ────────────────────────────────────────────────────────────────────────────────────────

/** What is handed in. Bytes are decoded by their byte-order mark, `charset`, `<meta>`, or as UTF-8, in this order. */
export type Page = HtmlPage | TextPage | RecordPage

interface Given {
  /** Where the page was found; taken over by the page's own canonical address where it names one. */
  readonly url?: string
  /** Said by the person who reads, and stronger than what the page says. */
  readonly publisher?: string
  /** ISO 8601 date or date and time; likewise stronger. */
  readonly published?: string
}

export interface HtmlPage extends Given {
  readonly kind: "html"
  readonly content: string | Uint8Array
  /** From the Content-Type header. */
  readonly charset?: string
}

export interface TextPage extends Given {
  readonly kind: "text"
  readonly content: string | Uint8Array
  readonly charset?: string
}

/** One line of a JSON-lines file. */
export interface RecordPage extends Given {
  readonly kind: "record"
  readonly title?: string
  readonly authors?: readonly string[]
  readonly text: string
}

// ── Article ─────────────────────────────────────────────────────────────────────────────────────

/** The text of one version of one page. */
export interface Article {
  /** Hash of address, publisher, date and text. */
  readonly id: string
  readonly url: string | null
  readonly publisher: string | null
  readonly title: string | null
  readonly authors: readonly string[]
  /** ISO 8601 as far as it is known: "2024-11-11" or "2024-11-11T17:32:10-05:00". */
  readonly published: string | null
  readonly modified: string | null
  /** BCP 47, lower case language: "en", "en-US". */
  readonly language: string
  /**
   * What all offsets count in. For plain text it is the decoded file to the letter; for a page, the blocks joined by
   * an empty line; for a record its text, with the title before it where the text does not begin with it.
   */
  readonly text: string
  /** In text order, none overlapping another; between them only white space. */
  readonly blocks: readonly Block[]
  /** In text order: where the article's own words lead to other pages. Absent where no word does. */
  readonly links?: readonly Link[]
}

/** Words that lead to another page. */
export interface Link extends Span {
  /** Absolute, as the page writes it, without its fragment. */
  readonly url: string
}

/** A paragraph, or what stands where one could stand. */
export interface Block extends Span {
  readonly role: Role
}

/**
 * `byline`, `credit` and `leftover` ("0:00", "Share this") are in the text but say nothing and are not read for statements.
 * `credit` is a photographer's or agency's line.
 */
export type Role = "title" | "dek" | "byline" | "caption" | "credit" | "heading" | "paragraph" | "list-item" | "blockquote" | "leftover"

// ── Prose ───────────────────────────────────────────────────────────────────────────────────────

/** The text, cut. Quotations are found first, so that no sentence ends inside one by accident. */
export interface Prose {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly quotations: readonly Quotation[]
  /** In text order; each lies in one block; between them only white space. */
  readonly sentences: readonly Sentence[]
  /** In text order; each lies in one sentence; between them only white space. */
  readonly tokens: readonly Token[]
}

/** Words between quotation marks, the marks included. Sorted by start; inner ones follow the one that holds them. */
export interface Quotation extends Span {
  /** The words without the marks. */
  readonly inside: Span
  /** 0 for an outer quotation, 1 for one inside it, and so on. */
  readonly depth: number
  /** Index of the block. A quotation that runs over several paragraphs is one per paragraph, tied by `continues`. */
  readonly block: number
  /** The quotation (index) in an earlier paragraph that was left open and goes on here; null when it begins here. */
  readonly continues: number | null
  /** Whether a closing mark was found. A paragraph's quotation that goes on in the next has none. */
  readonly closed: boolean
}

/** A sentence: its span, its block, and its tokens `first` up to and not including `last`. */
export interface Sentence extends Span {
  readonly block: number
  readonly first: number
  readonly last: number
}

/** A word or mark by the conventions of the Penn Treebank ("do" "n't"). Its form is the text as it stands. */
export type Token = Span

// ── Tagged ──────────────────────────────────────────────────────────────────────────────────────

/** Grammar, one entry per token of the prose. */
export interface Tagged {
  /** Penn Treebank part of speech: "NNP", "VBD", "``", "-LRB-". */
  readonly tags: readonly string[]
  /** Lower-cased dictionary form; of names the form as it stands. */
  readonly lemmas: readonly string[]
  /** Index of the head token in the prose (not in the sentence); -1 for the root of a sentence. */
  readonly heads: Int32Array
  /** Relation to the head, Universal Dependencies 1 as CoreNLP's basic trees have it: "nsubj", "dobj", "ccomp", "nmod". */
  readonly labels: readonly string[]
  /** Names, in text order, none overlapping another. */
  readonly names: readonly Name[]
}

/** A proper name, from token `first` up to and not including `last`. */
export interface Name extends Span {
  readonly first: number
  readonly last: number
  readonly kind: NameKind
}

export type NameKind = "person" | "organization" | "place" | "other"

// ── Attribution ─────────────────────────────────────────────────────────────────────────────────

/** What the tagger of attributions finds, before anyone is named (Pareti 2012; PolNeAR). */
export interface Attribution {
  /** Whose words; null when nobody is named in reach, or when a quotation goes on without saying so again. */
  readonly source: Span | null
  /** The words that attribute: "said", "according to", ":"; null when a quotation goes on. */
  readonly cue: Span | null
  /** Token index of the word that carries the cue; null when there is no cue. */
  readonly cueHead: number | null
  /** What is attributed, in text order; several pieces when the cue interrupts. Empty for "declined to comment". */
  readonly content: readonly Span[]
  /** Index of the attribution whose speaker goes on here; null when this one stands for itself. */
  readonly continues: number | null
  /** From 0 to 1. */
  readonly confidence: number
  /** Which construction it was read by: "clause", "quotation", "according-to", "continued", "nested", … */
  readonly rule: string
}

// ── Agent, statement ────────────────────────────────────────────────────────────────────────────

/** One who says or is spoken of: the same agent for all its names in the article. */
export interface Agent {
  readonly id: string
  /** The fullest name in the article; for an unnamed source its description ("a senior official"). */
  readonly name: string
  readonly kind: AgentKind
  /** Titles and roles as the article words them: "Kremlin spokesman". */
  readonly roles: readonly string[]
  /** Id of the agent for whom this one speaks; null when none is named. */
  readonly actsFor: string | null
  readonly mentions: readonly Span[]
}

export type AgentKind = "person" | "organization" | "group" | "publication" | "document" | "unnamed"

export type Form = "direct" | "indirect" | "mixed"
/** `declines`: neither confirms nor denies, will not comment. `unanswered`: asked, no answer by publication. */
export type Stance = "asserts" | "confirms" | "denies" | "declines" | "unanswered"
/** Speech acts after Searle; `attitude` is what PolNeAR also marks: believes, wants. */
export type Act = "assertive" | "directive" | "commissive" | "expressive" | "attitude"
export type Certainty = "certain" | "probable" | "possible"
export type Known = "stated" | "inferred" | "unresolved"

/** What a statement's content is made of, so that two contents can be compared without their words. */
export interface Gist {
  /** Roots of its nouns, verbs, adjectives and numbers, one for a family (“denial”, “deny”), agents by their ids; each once. */
  readonly terms: readonly string[]
  /** Ids of those who take part in what is said. */
  readonly people: readonly string[]
  /** The root of the verb or noun it turns on; null for a content without words. */
  readonly predicate: string | null
  /** Who does what the predicate says: terms, the passive turned round. */
  readonly doers: readonly string[]
  /** To whom or what it is done, and with whom or what. */
  readonly objects: readonly string[]
  /** Numbers with the root of what they count: “6 sailor”. */
  readonly numbers: readonly string[]
  /** What it is tied to in time: “spoke after *the election win*”. Terms; empty when nothing is said. */
  readonly anchors: readonly string[]
  /** Set when the content only points at what someone said: “the reports”, “Ruiz’s claim”, “it”. */
  readonly points: { readonly noun: string; readonly owner: string | null } | null
  /** Terms of the words around a content that says little itself; else empty. */
  readonly setting: readonly string[]
}

/** One agent taking one stance, in one place of one article version. */
export interface Statement {
  readonly id: string
  /**
   * `start` and `end` are null when the source is implicit: a quotation paragraph that goes on. `agent` is null when the words are there
   * and nobody could be found for them: a doubt says so. Null when nobody is named.
   */
  readonly source: { readonly agent: string | null; readonly start: number | null; readonly end: number | null } | null
  readonly cue: (Span & { readonly lemma: string }) | null
  readonly content: readonly Span[]
  readonly gist: Gist
  readonly form: Form
  readonly stance: Stance
  readonly act: Act
  readonly certainty: Certainty
  readonly polarity: "positive" | "negative"
  /** The statement or claim that this one answers ("the reports", "the claim", "it"). */
  readonly about: { readonly statement: string | null; readonly claim: string | null } | null
  /** Agent ids, nearest to the speaker first; the article's own publisher is left out. */
  readonly relayedBy: readonly string[]
  /** What the source itself leans on. */
  readonly citing: Citing | null
  /** What the text tells of a source that it does not name, or of those it cites without names; null for everyone else. */
  readonly unnamed: Unnamed | null
  readonly said: Said | null
  readonly venue: Span | null
  readonly to: (Span & { readonly agent: string | null }) | null
  readonly askedBy: { readonly agent: string } | null
  /** From 0 to 1: that source, cue and content are those of a statement. */
  readonly confidence: number
  /** The construction it was read by, as of its attribution; “nested”: speech within what another is said to say. */
  readonly rule: string
  /** Id of the statement whose speaker goes on here without being named again; null when this one stands for itself. */
  readonly continues: string | null
  /** Per field how its value came to be known. */
  readonly known: Readonly<Record<string, Known>>
}

export interface Citing extends Span {
  readonly kind: "anonymous" | "named" | "document"
  /** The agents cited, where they are named. */
  readonly agents: readonly string[]
}

/**
 * An unnamed source, each part with the words it was read from. What was told of the same source before holds further down, so that a span may
 * stand in another sentence.
 */
export interface Unnamed {
  /** “*two* officials”: 2. `value` is null where the words give no number (“*several* officials”); the whole is null where nothing is said. */
  readonly count: (Span & { readonly value: number | null }) | null
  /** The words that describe them: “two senior port officials”. */
  readonly described: Span
  /** How they say they know: “briefed on the talks”, “with direct knowledge of the matter”. */
  readonly access: Span | null
  /** By what terms they are not named: “on condition of anonymity”. */
  readonly terms: Span | null
  /** Why they are not named: “because they were not authorized to speak publicly”. */
  readonly reason: Span | null
  /** Whose reporters they told: the nearest hop, or else the article's publisher. Id of an agent. */
  readonly told: string | null
}

/** When it was said. */
export interface Said extends Span {
  /** EDTF (ISO 8601-2): "2024-11-10", "2024-10", "XXXX-11-10" when no year can be known. */
  readonly value: string
  readonly known: Known
}

/** Attributions with everything resolved. */
export interface Resolved {
  readonly agents: readonly Agent[]
  readonly statements: readonly Statement[]
  readonly doubts: readonly Doubt[]
}

// ── Claim ───────────────────────────────────────────────────────────────────────────────────────

/** What is asserted, once, however many statements assert, deny or decline it. */
export interface Claim {
  readonly id: string
  /** The content of the statement that says it most fully. */
  readonly text: string
  readonly statements: readonly string[]
  /** Where each voice stands now. Agents who act for one another are one voice. */
  readonly positions: readonly Position[]
  /** Where the claim enters the record first-hand. */
  readonly origins: readonly Origin[]
}

export interface Position {
  readonly agent: string
  readonly stance: Stance
  readonly statements: readonly string[]
}

export interface Origin {
  /** `named`: a speaker; `document`; `unnamed`: unnamed sources of `agent`, an outlet; `own`: an outlet's own observation. */
  readonly kind: "named" | "document" | "unnamed" | "own"
  readonly agent: string | null
  readonly statements: readonly string[]
}

/** What could not be resolved, pinned to its words, with the candidates: never a guess. */
export interface Doubt extends Span {
  readonly rule: string
  readonly says: string
  /** Agent ids or words. */
  readonly candidates: readonly string[]
}

// ── Reading ─────────────────────────────────────────────────────────────────────────────────────

/** Everything found in one article. */
export interface Reading {
  readonly article: Article
  /** Everyone who speaks, is spoken to or cited, or is named in what is said; in text order. */
  readonly agents: readonly Agent[]
  readonly statements: readonly Statement[]
  readonly claims: readonly Claim[]
  readonly doubts: readonly Doubt[]
}

/**
 * A page that cannot be read: empty, binary, no article in it, a paywall, another language.
 * `message` is the reason, `remedy` what the person can do; both are whole phrases without a full stop.
 */
export class Unreadable extends Error {
  readonly rule: string
  readonly remedy: string
  constructor(rule: string, reason: string, remedy: string) {
    super(reason)
    this.name = "Unreadable"
    this.rule = rule
    this.remedy = remedy
  }
}
