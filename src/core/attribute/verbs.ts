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

/** The verb with its auxiliaries and what stands between them: “had also denied”. */
export function cueOf({ tree, tagged }: Sight, verb: number): Run {
  let first = verb
  const parts = tree.children[verb]!
  for (let at = parts.length - 1; at >= 0; at--) {
    const each = parts[at]!
    if (each >= first) continue
    const label = tagged.labels[each]!
    if (tree.right[each]! + 1 !== first || !(AUXILIARIES.has(label) || label === "advmod")) break
    first = tree.left[each]!
  }
  return { first, last: verb + 1 }
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

const IDIOM =
  /^(?:a lot|(?:very )?much|something|nothing|little|volumes|more|less|it all|everything)(?: about| of)?$|^(?:much|something|nothing|little|volumes|more|less) (?:about|of)\b/
