import { child, type Run, subtree } from "../tree.ts"
import type { Option } from "./option.ts"
import type { Sight } from "./sight.ts"
import { speaker } from "./speakers.ts"

/** Nouns that are somebody's words whatever the sentence does with them. */
const WORDS = new Set(
  "claim allegation accusation assertion denial contention suggestion insistence admission complaint charge statement".split(" "),
)

/**
 * “Ruiz’s *claim* that the gate was open”, “the *denial* that money had changed hands”: a noun of saying with its clause. Corpora mark some and leave
 * others, so what is learnt misses them, or runs on past the clause; these are given where nothing surer was found at the noun.
 */
export function nounsOf(sight: Sight): Option[] {
  const { tagged, forms, tree } = sight
  return forms.flatMap((_, noun) => {
    const that = noun + 1
    if (forms[that] !== "that" || !WORDS.has(tagged.lemmas[noun]!) || !tagged.tags[noun]!.startsWith("NN")) return []
    // “a claim that surprised the port”: there “that” is the subject, and nothing is told of what was claimed.
    const clause = tagged.heads[that]!
    if (tagged.labels[that] !== "mark" || clause <= that || tree.left[clause] !== that) return []
    const owner = child(tree, tagged, noun, "nmod:poss")
    const who = owner === null ? null : speaker(sight, owner, noun)
    const cue = { first: noun, last: that }
    const source = who && withoutMark(sight, who.run)
    return [{ rule: "noun", cue, cueHead: noun, source, sourceHead: who?.head ?? null, content: [subtree(tree, clause)] }]
  })
}

/** “Ruiz” of “Ruiz’s”. */
function withoutMark({ tagged }: Sight, { first, last }: Run): Run {
  return { first, last: tagged.tags[last - 1] === "POS" && last - 1 > first ? last - 1 : last }
}
