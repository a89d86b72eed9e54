import type { Name, Prose, Tagged } from "../data.ts"
import { consistent } from "./consistency.ts"
import { Lemmas } from "./lemmas.ts"
import { Lexicon } from "./lexicon.ts"
import { Linear, Triple } from "./linear.ts"
import { marksOf } from "./marks.ts"
import { elsewhereOf, type NamedRun, NameScratch, type Naming, namePiece, possibleNames, runsOf } from "./names.ts"
import { Parse } from "./parse.ts"
import { ParseScratch, parsePiece } from "./parser.ts"
import { openSections, packSections } from "./sections.ts"
import { TagScratch, tagPiece } from "./tagger.ts"
import { RELATIONS, TAGS } from "./tagset.ts"
import { type Words, wordsOf } from "./words.ts"

/** The trained weights of this stage, opened. */
export interface TaggingModel {
  readonly lexicon: Lexicon
  readonly tags: Linear
  readonly moves: Triple
  readonly relations: Linear
  /** Names at first sight, and again when it is known what the document calls a name elsewhere. */
  readonly names: Linear
  readonly namesAgain: Linear
  readonly lemmas: Lemmas
}

/** The sections of `model/tagging.bin`, in their order there. */
export interface TaggingSections {
  readonly lexicon: Uint8Array
  readonly tags: Uint8Array
  readonly moves: Uint8Array
  readonly relations: Uint8Array
  readonly names: Uint8Array
  readonly namesAgain: Uint8Array
  readonly lemmas: Uint8Array
}

export function packTaggingModel({ lexicon, tags, moves, relations, names, namesAgain, lemmas }: TaggingSections): Uint8Array {
  return packSections([lexicon, tags, moves, relations, names, namesAgain, lemmas])
}

/** Opens the weights of this stage. Throws a `RangeError` when the bytes are something else. */
export function openTaggingModel(bytes: Uint8Array): TaggingModel {
  const [lexicon, tags, moves, relations, names, namesAgain, lemmas] = openSections(bytes)
  if (!lexicon || !tags || !moves || !relations || !names || !namesAgain || !lemmas)
    throw new RangeError("Tagging weights lack a section: they were packed by another version")
  return {
    lexicon: new Lexicon(lexicon),
    tags: new Linear(tags),
    moves: new Triple(moves),
    relations: new Linear(relations),
    names: new Linear(names),
    namesAgain: new Linear(namesAgain),
    lemmas: new Lemmas(lemmas),
  }
}

export interface TagOptions {
  /** Whether to look for heads and relations, which is most of the work: true. Without, heads are all -1 and relations all "dep". */
  readonly parse?: boolean
}

/**
 * Part of speech, dictionary form, head, relation and names of every token, by trained models: greedy from left to right, so that the time is
 * linear in the tokens. Heads stay within the sentence and make no ring; one token of a sentence is its root (one of each 250 in a longer one).
 */
export function tag(prose: Prose, model: TaggingModel, { parse = true }: TagOptions = {}): Tagged {
  const words = wordsOf(prose, model.lexicon)
  const tags = tagsOf(prose, words, model)
  const { heads, labels } = parse ? parseOf(words, tags, model) : withoutHeads(words)
  const runs = consistent(words, namesOf(words, tags, model))
  return {
    tags: namesBy(tags, TAGS, words.count),
    lemmas: lemmasOf(words, tags, model.lemmas),
    heads,
    labels,
    names: runs.map(
      ({ first, last, kind }): Name => ({ first, last, kind, start: prose.tokens[first]!.start, end: prose.tokens[last - 1]!.end }),
    ),
  }
}

function tagsOf(prose: Prose, words: Words, model: TaggingModel): Uint8Array {
  const settled = marksOf(prose, words)
  const tags = new Uint8Array(words.count)
  const scratch = new TagScratch()
  for (const piece of words.pieces) tagPiece(words, piece, settled, model.tags, tags, scratch)
  return tags
}

function parseOf(words: Words, tags: Uint8Array, model: TaggingModel): { heads: Int32Array; labels: string[] } {
  const parse = new Parse(words, tags)
  const scratch = new ParseScratch()
  for (const piece of words.pieces) parsePiece(parse, piece, model.moves, model.relations, scratch)
  return {
    heads: parse.heads.subarray(0, words.count).map(head => (head === words.root ? -1 : head)),
    labels: namesBy(parse.labels, RELATIONS, words.count),
  }
}

/** The names of the first `count` numbers. */
function namesBy(numbers: Uint8Array, names: readonly string[], count: number): string[] {
  const out = new Array<string>(count)
  for (let at = 0; at < count; at++) out[at] = names[numbers[at]!]!
  return out
}

function withoutHeads({ count }: Words): { heads: Int32Array; labels: string[] } {
  return { heads: new Int32Array(count).fill(-1), labels: new Array<string>(count).fill("dep") }
}

/** Two looks: the second knows what the first found in the rest of the document. */
function namesOf(words: Words, tags: Uint8Array, model: Pick<TaggingModel, "names" | "namesAgain">): NamedRun[] {
  const scratch = new NameScratch()
  const classes = new Uint8Array(words.count)
  let naming: Naming = { words, tags, possible: possibleNames(words, tags), elsewhere: new Uint8Array(words.count), classes }
  for (const weights of [model.names, model.namesAgain]) {
    for (const piece of words.pieces) namePiece(naming, piece, weights, scratch)
    naming = { ...naming, elsewhere: elsewhereOf(words, runsIn(words, classes)) }
  }
  return runsIn(words, classes)
}

function runsIn(words: Words, classes: Uint8Array): NamedRun[] {
  return words.pieces.flatMap(piece => runsOf(classes, piece))
}

/** A word with a tag has one dictionary form wherever it stands. */
function lemmasOf({ wordOf, vocabulary }: Words, tags: Uint8Array, lemmas: Lemmas): string[] {
  const known = new Map<number, string>()
  const out = new Array<string>(tags.length)
  for (let at = 0; at < tags.length; at++) {
    const key = wordOf[at]! * TAGS.length + tags[at]!
    let lemma = known.get(key)
    if (lemma === undefined) {
      lemma = lemmas.of(vocabulary[wordOf[at]!]!.text, TAGS[tags[at]!]!)
      known.set(key, lemma)
    }
    out[at] = lemma
  }
  return out
}
