import { type Run, subtree } from "../tree.ts"
import type { Option } from "./option.ts"
import type { Sight } from "./sight.ts"

/** Verbs of saying, by their dictionary forms. */
export const SAYING = new Set(
  "say tell deny report claim state announce confirm warn insist allege acknowledge admit testify write add reply ask note explain argue declare shout recall tweet respond".split(
    " ",
  ),
)

const AUXILIARIES = new Set(["aux", "auxpass", "neg", "cop"])

/** The verb with its auxiliaries and what stands between them: “had also denied”; up to the verb that hangs from it: “continued to deny”. */
export function cueOf({ tree, tagged }: Sight, verb: number, upTo = verb): Run {
  let first = verb
  const parts = tree.children[verb]!
  for (let at = parts.length - 1; at >= 0; at--) {
    const each = parts[at]!
    if (each >= first) continue
    const label = tagged.labels[each]!
    if (tree.right[each]! + 1 !== first || !(AUXILIARIES.has(label) || label === "advmod")) break
    first = tree.left[each]!
  }
  return { first, last: upTo + 1 }
}

/** Its clause or object, as the grammar has it; null when it has none behind it. */
export function complementOf({ tree, tagged }: Sight, verb: number): Run | null {
  const behind = tree.children[verb]!.filter(each => each > verb)
  const complement = behind.find(each => /^[cx]comp$/.test(tagged.labels[each]!)) ?? behind.find(each => tagged.labels[each] === "dobj")
  return complement === undefined ? null : subtree(tree, complement)
}

/** “The pier *says a lot about* the town”, “the law *says nothing of* ferries”: something shows, and nobody speaks. */
export function isIdiom({ tagged, forms }: Sight, { cueHead, content }: Option): boolean {
  const first = content[0]?.first ?? 0
  if (tagged.lemmas[cueHead] !== "say" && tagged.lemmas[cueHead] !== "speak") return false
  return IDIOM.test(forms.slice(first, first + 3).join(" "))
}

/** “*Asked whether* the gate was shut, Ott said …”: a question put to somebody says when she answered, and is no statement. */
export function isQuestionPut({ tagged, forms, tree, prose }: Sight, { cueHead, content }: Option): boolean {
  if (!/^(asked|pressed|questioned|challenged)$/.test(forms[cueHead]!) || tagged.tags[cueHead] !== "VBN") return false
  const { first } = prose.sentences[tree.sentenceOf[cueHead]!]!
  const opens = cueHead === first || /^(when|if|,|and|but|while)$/.test(forms[cueHead - 1]!)
  const asks = /^(if|whether|about|on|who|what|why|when|where|how|by)$/
  return opens && (asks.test(forms[content[0]?.first ?? cueHead + 1] ?? "") || asks.test(forms[cueHead + 1] ?? ""))
}

const IDIOM =
  /^(?:a lot|(?:very )?much|something|nothing|little|volumes|more|less|it all|everything)(?: about| of)?$|^(?:much|something|nothing|little|volumes|more|less) (?:about|of)\b/

/** “insisted to the officer who had stopped him *that he was late*”, “confessed *to planning it*”: a clause that the parser has hung elsewhere. */
export function clauseBehind({ tree, tagged, forms }: Sight, verb: number): Run | null {
  const last = tree.right[verb]! + 1
  if (forms[verb + 1] === "to" && tagged.tags[verb + 2] === "VBG") return { first: verb + 1, last }
  for (let token = verb + 1; token < last - 1; token++)
    if (forms[token] === "that" && tagged.tags[token] === "IN" && !/^(,|and|but|or)$/.test(forms[token - 1]!)) return { first: token, last }
  return null
}
