import type { Name, Prose, Tagged } from "../data.ts"
import { FEMALE_NAMES, MALE_NAMES } from "./given.ts"
import { PUBLICATION_NAMES, TITLES } from "./words.ts"

/**
 * Names in text order: those the tagger found, and the runs of proper nouns that it left out (“*Tass* reported”), which name a person when
 * their last word ends a person's name elsewhere in the article (“*Ott* has denied it” below “Lena Ott”), else a body. Then mended by `MENDS`.
 */
export function allNames(prose: Prose, tagged: Tagged, forms: readonly string[]): readonly Name[] {
  const surnames = new Set(tagged.names.filter(({ kind }) => kind === "person").map(({ last }) => forms[last - 1]!))
  const taken = new Uint8Array(forms.length)
  for (const { first, last } of tagged.names) taken.fill(1, first, last)
  const added: Name[] = []
  for (const { first, last } of prose.sentences)
    for (let token = first; token < last; token++) {
      if (taken[token] || !(isProper(tagged, forms, token) || isSurname(tagged, forms, surnames, token))) continue
      const from = token
      while (token + 1 < last && !taken[token + 1] && isProper(tagged, forms, token + 1)) token++
      if (forms.slice(from, token + 1).every(word => TITLES.has(word.toLowerCase()))) continue
      const kind = surnames.has(forms[token]!) ? "person" : "organization"
      added.push({ first: from, last: token + 1, kind, start: prose.tokens[from]!.start, end: prose.tokens[token]!.end })
    }
  const names = [...tagged.names, ...added].sort((a, b) => a.start - b.start)
  const look = { forms, surnames, fulls: fullNames(names, forms), shorts: shortNames(names, forms), ends: prose.tokens }
  return joined(
    names.map(name => MENDS.reduce((mended, mend) => mend(mended, look), name)),
    forms,
  )
}

interface Look {
  readonly forms: readonly string[]
  /** Last words of persons' names. */
  readonly surnames: ReadonlySet<string>
  /** Names of one word or two, with their kinds. */
  readonly shorts: ReadonlyMap<string, Name["kind"]>
  /** Persons' names of several words. */
  readonly fulls: ReadonlySet<string>
  readonly ends: Prose["tokens"]
}

function fullNames(names: readonly Name[], forms: readonly string[]): Set<string> {
  const several = names.filter(({ kind, first, last }) => kind === "person" && last - first > 1)
  return new Set(several.map(({ first, last }) => forms.slice(first, last).join(" ")))
}

function shortNames(names: readonly Name[], forms: readonly string[]): Map<string, Name["kind"]> {
  const short = names.filter(({ kind, first, last }) => kind !== "other" && last - first <= 2)
  return new Map(short.map(({ kind, first, last }) => [forms.slice(first, last).join(" "), kind]))
}

type Mend = (name: Name, look: Look) => Name

/** “State Police *Lt.* Dora Lind”, “Port *Mayor* Elena Ruiz”: a title inside, with a person's name behind it, makes a person of it. */
function titled(name: Name, { forms, surnames }: Look): Name {
  if (name.kind === "person") return name
  for (let token = name.last - 2; token >= name.first; token--) {
    const word = forms[token]!.toLowerCase()
    if (!TITLES.has(word)) continue
    const given = forms[token + 1]!.toLowerCase()
    const isPerson = SHORT_TITLE.test(word) || isGiven(given) || (name.last - token <= 3 && surnames.has(forms[name.last - 1]!))
    return isPerson ? { ...name, kind: "person" } : name
  }
  return name
}

const SHORT_TITLE = /^(lt|sgt|capt|col|gen|sen|rep|gov|mr|mrs|ms|dr|cpl|det)\.$/

function isGiven(word: string): boolean {
  return FEMALE_NAMES.has(word) || MALE_NAMES.has(word)
}

/** “*Elena Ruiz* Opens Bridge”, a headline in capitals: a body that begins with a person's full name is that person. */
function headlined(name: Name, { forms, fulls, ends }: Look): Name {
  if (name.kind === "person" || name.last - name.first < 4) return name
  for (const length of [3, 2])
    if (fulls.has(forms.slice(name.first, name.first + length).join(" "))) {
      const last = name.first + length
      return { ...name, kind: "person", last, end: ends[last - 1]!.end }
    }
  return name
}

/** “*Port Authority* Denies Reports”: of a headline only as much as is a name of its own further down. */
function headlinedBody(name: Name, { forms, shorts, ends }: Look): Name {
  if (name.kind !== "organization" || name.last - name.first < 3 || ends[name.first]!.start > HEADLINE_UNITS) return name
  for (const length of [2, 1]) {
    const last = name.first + length
    const kind = shorts.get(forms.slice(name.first, last).join(" "))
    if (kind) return { ...name, kind, last, end: ends[last - 1]!.end }
  }
  return name
}

/** UTF-16 code units from the beginning of the text: a headline reaches no further. */
const HEADLINE_UNITS = 200

/** “*Lind v. Northland*” is a case, “*Northlandians*” are many, “*U.S.*” no one. */
function impersonal(name: Name, { forms }: Look): Name {
  if (name.kind !== "person") return name
  const words = forms.slice(name.first, name.last)
  if (words.length > 2 && BODY_ENDS.has(words.at(-1)!.toLowerCase())) return { ...name, kind: "organization" }
  if (words.length > 1 && COMPANY_ENDS.has(words.at(-1)!.toLowerCase()) && !isGiven(words[0]!.toLowerCase()))
    return { ...name, kind: "organization" }
  if (OUTLETS.has(words.join(" ").toLowerCase())) return { ...name, kind: "organization" }
  if (words.some((word, at) => at > 0 && /^vs?\.$/.test(word))) return { ...name, kind: "other" }
  if (/(ians|etans|icans|eans|crats|ists|ites)$/.test(words.at(-1)!)) return { ...name, kind: "other" }
  return words.every(word => /^(U\.S\.|U\.K\.|U\.N\.|EU|USA|US)$/.test(word)) ? { ...name, kind: "place" } : name
}

/** “the *3rd* Northland Circuit Court”: the number belongs to the body. */
function numbered(name: Name, { forms, ends }: Look): Name {
  if (name.kind !== "organization" || !/^\d+(st|nd|rd|th)$/.test(forms[name.first - 1] ?? "")) return name
  return { ...name, first: name.first - 1, start: ends[name.first - 1]!.start }
}

/** “*Radio* Northland”, “*Channel* Four”: the first word says what it is. */
function broadcaster(name: Name, { forms, ends }: Look): Name {
  if (BROADCASTS.test(forms[name.first]!) && name.last - name.first > 1) return { ...name, kind: "organization" }
  if (name.first === 0 || !BROADCASTS.test(forms[name.first - 1]!) || name.last - name.first > 2) return name
  return { ...name, kind: "organization", first: name.first - 1, start: ends[name.first - 1]!.start }
}

const BROADCASTS = /^(Radio|Channel|TV|Television)$/

/** “*Twitter* did not reply”, “*Xinhua* said”: what the finder takes for a person now and then. */
const OUTLETS = new Set(
  "twitter|facebook|instagram|google|youtube|reuters|xinhua|tass|interfax|bloomberg|politico|axios|breitbart|buzzfeed|huffpost|newsweek|kyodo|yonhap|jazeera|al jazeera".split(
    "|",
  ),
)

/** “told Coast Radio *Sunday* morning”: a day is no part of a name. */
function undated(name: Name, { forms, ends }: Look): Name {
  if (name.last - name.first < 2 || !/^((mon|tues|wednes|thurs|fri|satur|sun)day)$/i.test(forms[name.last - 1]!)) return name
  const last = name.last - (/^\p{Ll}/u.test(forms[name.last - 2]!) && name.last - name.first > 2 ? 2 : 1)
  return { ...name, last, end: ends[last - 1]!.end }
}

const MENDS: readonly Mend[] = [undated, broadcaster, titled, headlined, headlinedBody, impersonal, numbered]

/** “*Coast* *Radio*”, “*Port Salloway* *High School*”, “*Peter Lind* *Jr.*”: a name's last word or words, cut off from those before it. */
function joined(names: readonly Name[], forms: readonly string[]): readonly Name[] {
  const whole: Name[] = []
  for (const name of names) {
    const before = whole.at(-1)
    if (before && isOwnUnion(before, name, forms)) {
      whole[whole.length - 1] = { ...before, last: name.last, end: name.end, kind: "organization" }
      continue
    }
    if (!before || before.last !== name.first) {
      whole.push(name)
      continue
    }
    const end = forms[name.last - 1]!.toLowerCase()
    const isOutlet = name.last - name.first === 1 && PUBLICATION_NAMES.has(end)
    const isOne = before.kind !== "person" || before.last - before.first === 1
    const isBody = isOne && name.kind !== "person" && BODY_ENDS.has(end)
    const isJunior = before.kind === "person" && name.last - name.first === 1 && /^(jr|sr|ii|iii|iv)\.?$/.test(end)
    if (isOutlet || isBody || isJunior)
      whole[whole.length - 1] = { ...before, last: name.last, end: name.end, kind: isJunior ? "person" : "organization" }
    else whole.push(name)
  }
  return whole
}

/** “Port Workers’ *Union*”: a plural that owns the body, cut in two. */
function isOwnUnion(owner: Name, name: Name, forms: readonly string[]): boolean {
  if (owner.last + 1 !== name.first || owner.kind === "person" || name.last - name.first > 2) return false
  return /^[’']$/.test(forms[owner.last]!) && /s$/.test(forms[owner.last - 1]!) && BODY_ENDS.has(forms[name.last - 1]!.toLowerCase())
}

/** “Port Salloway High *School*”, “Northland State *Police*”: last words of names of bodies. */
const BODY_ENDS = new Set(
  "school university college hospital court police department committee commission council board agency ministry authority bureau office party union association foundation league federation guild club society institute center centre corporation company bank airlines".split(
    " ",
  ),
)

/** “Delphin *Lines*”, “Kelmouth *Rovers*”: last words that no person bears. */
const COMPANY_ENDS = new Set(
  "group holdings lines savings industries systems partners capital media motors foods airways ferries shipping energy oil gas steel mining pharma pharmaceuticals bio labs laboratories technologies solutions services studios records pictures entertainment securities insurance trust fund investments properties stores breweries rovers united athletic wanderers alliance coalition front movement paper pulp logistics networks software electric telecom airlines rail railways enterprises associates ventures".split(
    " ",
  ),
)

/** “*Oaks* did not know”, below “Ty Oaks”: a surname that looks like a word. */
function isSurname({ tags }: Tagged, forms: readonly string[], surnames: ReadonlySet<string>, token: number): boolean {
  return tags[token]!.startsWith("NN") && surnames.has(forms[token]!) && /^\p{Lu}\p{Ll}/u.test(forms[token]!)
}

function isProper({ tags }: Tagged, forms: readonly string[], token: number): boolean {
  return tags[token]!.startsWith("NNP") && /^\p{Lu}/u.test(forms[token]!) && !NO_NAME.has(forms[token]!.toLowerCase())
}

/** Proper nouns that name no one: days and months (“on *Tuesday*”), titles (“*President* Ruiz”). */
const NO_NAME = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady president prime minister senator sen. rep. gov. gen. lt. capt. sgt. judge justice secretary king queen christmas easter a.m. p.m. special assistant vice no.".split(
    " ",
  ),
)
