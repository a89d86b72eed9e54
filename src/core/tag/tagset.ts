/** Penn Treebank's tags. Their order is the order of the classes of the tagger's weights. */
// biome-ignore format: a table is read by rows
export const TAGS = [
  "NN", "IN", "NNP", "DT", "JJ", "NNS", ",", ".", "RB", "VBD", "PRP", "VB", "VBZ", "CC", "TO", "VBN", "VBG", "VBP", "CD", "PRP$", "MD",
  "POS", "WDT", "WP", "NNPS", "WRB", "RP", "JJR", "JJS", "RBR", "RBS", "EX", "PDT", "UH", "WP$", "FW", "LS", "SYM", "$", "#", ":", "``",
  "''", "-LRB-", "-RRB-",
] as const

/** Relations of Universal Dependencies 1 as CoreNLP's basic trees have them. Their order is that of the classes of the labeller's weights. */
// biome-ignore format: a table is read by rows
export const RELATIONS = [
  "dep", "root", "punct", "case", "nmod", "nsubj", "det", "compound", "amod", "dobj", "mark", "advmod", "aux", "cc", "conj", "nmod:poss",
  "ccomp", "xcomp", "advcl", "cop", "acl:relcl", "nummod", "acl", "neg", "appos", "auxpass", "nsubjpass", "nmod:tmod", "compound:prt",
  "parataxis", "mwe", "expl", "nmod:npmod", "csubj", "iobj", "det:predet", "cc:preconj", "discourse", "csubjpass",
] as const

const TAG_INDEX: ReadonlyMap<string, number> = new Map(TAGS.map((tag, at) => [tag, at]))
const RELATION_INDEX: ReadonlyMap<string, number> = new Map(RELATIONS.map((relation, at) => [relation, at]))

/** The class of a tag; of one that is not in the set, that of a noun. */
export function tagIndex(tag: string): number {
  return TAG_INDEX.get(tag) ?? 0
}

/** The class of a relation; of one that is not in the set, `dep`. */
export function relationIndex(relation: string): number {
  return RELATION_INDEX.get(relation) ?? 0
}
