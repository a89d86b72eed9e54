import type { Name, Prose, Tagged } from "../data.ts"
import { PUBLICATION_NAMES } from "./words.ts"

/**
 * Names in text order: those the tagger found, and the runs of proper nouns that it left out (“*Tass* reported”), which name a person when
 * their last word ends a person's name elsewhere in the article (“*Ott* has denied it” below “Lena Ott”), else a body.
 */
export function allNames(prose: Prose, tagged: Tagged, forms: readonly string[]): readonly Name[] {
  const surnames = new Set(tagged.names.filter(({ kind }) => kind === "person").map(({ last }) => forms[last - 1]!))
  const taken = new Uint8Array(forms.length)
  for (const { first, last } of tagged.names) taken.fill(1, first, last)
  const added: Name[] = []
  for (const { first, last } of prose.sentences)
    for (let token = first; token < last; token++) {
      if (taken[token] || !isProper(tagged, forms, token)) continue
      const from = token
      while (token + 1 < last && !taken[token + 1] && isProper(tagged, forms, token + 1)) token++
      const kind = surnames.has(forms[token]!) ? "person" : "organization"
      added.push({ first: from, last: token + 1, kind, start: prose.tokens[from]!.start, end: prose.tokens[token]!.end })
    }
  return joined(
    [...tagged.names.map(name => titled(name, forms)), ...added].sort((a, b) => a.start - b.start),
    forms,
  )
}

/** “*Coast* *Radio*”: the last word of an outlet's name, cut off from the words before it. */
function joined(names: readonly Name[], forms: readonly string[]): readonly Name[] {
  const whole: Name[] = []
  for (const name of names) {
    const before = whole.at(-1)
    const isEnd = name.last - name.first === 1 && PUBLICATION_NAMES.has(forms[name.first]!.toLowerCase())
    if (before?.last === name.first && isEnd) whole[whole.length - 1] = { ...before, last: name.last, end: name.end, kind: "organization" }
    else whole.push(name)
  }
  return whole
}

/** “State Police *Lt.* Dora Lind”: a title inside makes a person of it. */
function titled(name: Name, forms: readonly string[]): Name {
  const title = forms
    .slice(name.first, name.last - 1)
    .some(word => /^(lt|sgt|capt|col|gen|sen|rep|gov|mr|mrs|ms|dr|cpl|det)\.$/i.test(word))
  return title && name.kind === "organization" ? { ...name, kind: "person" } : name
}

function isProper({ tags }: Tagged, forms: readonly string[], token: number): boolean {
  return tags[token]!.startsWith("NNP") && /^\p{Lu}/u.test(forms[token]!) && !NO_NAME.test(forms[token]!)
}

/** Proper nouns that name no one: days and months (“on *Tuesday*”), titles (“*President* Ruiz”). */
const NO_NAME =
  /^((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|mrs?\.?|ms\.?|miss|dr\.?|sir|lord|lady|president|prime|minister|senator|sen\.|rep\.|gov\.|gen\.|lt\.|capt\.|sgt\.|judge|justice|secretary|king|queen|christmas|easter|a\.m\.|p\.m\.)$/i
