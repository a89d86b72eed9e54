/**
 * The family of a word, so that “threat”, “threatened” and “threatening” meet: endings of inflection and derivation are cut off while
 * four letters or more stay. Crude on purpose: what it joins wrongly is outweighed by the other words of a content.
 */
export function familyOf(word: string): string {
  let stem = word.toLowerCase()
  for (let again = true; again; ) {
    again = false
    for (const ending of ENDINGS) {
      if (!stem.endsWith(ending) || stem.length - ending.length < SHORTEST_STEM) continue
      stem = stem.slice(0, -ending.length)
      again = true
      break
    }
  }
  return stem.replace(/(.)\1$/, "$1").replace(/i$/, "y")
}

const SHORTEST_STEM = 4

/** The longer before the shorter that ends alike. */
const ENDINGS =
  "ization isation ations ation ments ment ingly ness able ible ings ing ions ion ance ence ised ized ies ied ives ive als al ers er ors or ened en eds ed es ly s e t'".split(
    " ",
  )

/** Families of the words given, each once; marks and numbers as they are. */
export function contentWords(terms: readonly string[]): readonly string[] {
  return [...new Set(terms.map(term => (/^\p{L}+$/u.test(term) ? familyOf(term) : term)))]
}

/** The words between quotation marks, lower case, in order; what stands in several quotations is parted by an empty word. */
export function quotedWords(text: string): readonly string[] {
  const quotations = [...text.matchAll(/[“"„«]([^”"»]*)(?:[”"»]|$)/gu)].map(([, words]) => wordsIn(words!))
  return quotations.flatMap((words, at) => (at ? ["", ...words] : words))
}

/** Words and numbers as they follow one another, lower case. */
export function wordsIn(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? []
  )
}

/** Families of the words that say something, each once; for text whose grammar is not at hand. */
export function bareWords(text: string): readonly string[] {
  return [
    ...new Set(
      wordsIn(text)
        .filter(word => word.length > 1 && !EMPTY.has(word))
        .map(word => (/\d/.test(word) ? word : familyOf(word))),
    ),
  ]
}

/** Whether a word, in lower case, only holds others together. */
export function isEmptyWord(word: string): boolean {
  return word.length < 2 || EMPTY.has(word)
}

const EMPTY = new Set(
  "the an and or but of to in on at for with by from as is was were be been being are have has had do did does will would could should may might can could must not no it its he she they them his her their him that this these those which who whom what when where why how said say says told after before into over out up down about than then there here also more most some any all such only own same so if because while between during both each other new one two mr mrs ms we you my our your me us it's".split(
    " ",
  ),
)

/** What a text is about: the families of the words it says most often, and not as any news does. At most `MATTER_WORDS`, the commonest first. */
export function matterOf(text: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const word of wordsIn(text)) {
    const family = word.length > 2 && !EMPTY.has(word) ? familyOf(word) : ""
    if (family !== "" && !ANY_NEWS.has(family)) counts.set(family, (counts.get(family) ?? 0) + 1)
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return most.slice(0, MATTER_WORDS).map(([family]) => family)
}

const MATTER_WORDS = 24

/** Words that news of any matter is full of. */
const ANY_NEWS = new Set(
  "people person man men woman women time year month week day hour today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december old first last next many much several other long high big large great good part part way thing country state nation world city govern official president public national international former senior leader member group report statem news article stor comment spokesman spokeswoman call came come going get got give made make take taken told tell think know want need work use used back well like just even still under around against because through where since including include according add added asked including later week million percent number three four five"
    .split(" ")
    .map(familyOf),
)
