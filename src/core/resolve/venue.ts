import type { Run } from "../tree.ts"
import { contentAfter, isDate, type Place } from "./place.ts"
import type { Scene } from "./scene.ts"
import { VENUES } from "./words.ts"

/** “said *in a Nov. 7 address to the council in Port Salloway*”, “claimed, *in his book*, that …”: where or by what means it was said. */
export function venueOf(place: Place, hearer: Run | null): Run | null {
  const tokens = place.outside
  for (const token of tokens) if (isVenue(place.scene, token)) return venueRun(place, token)
  return platform(place, tokens) ?? site(place, tokens) ?? source(place) ?? assembly(place, hearer) ?? scenePlace(place)
}

const ASSEMBLIES =
  /^(conference|hearing|briefing|rally|parliament|court|meeting|summit|forum|inquiry|inquest|convention|gathering|audience)$/

/** “told *a news conference*”, “told *a hearing in Port Salloway*”: who hears it tells where. */
function assembly(place: Place, hearer: Run | null): Run | null {
  const { scene } = place
  const noun = hearer ? hearer.last - 1 : -1
  return hearer && scene.nameOf[noun]! < 0 && ASSEMBLIES.test(scene.tagged.lemmas[noun]!) ? venueRun(place, noun) : null
}

const PLATFORMS = /^(twitter|facebook|instagram|youtube|tiktok|telegram|reddit|snapchat|weibo|linkedin|bluesky|mastodon|threads|x)$/i

/** “said *on Twitter*”, “said by *telephone*” */
function platform({ scene: { forms } }: Place, tokens: readonly number[]): Run | null {
  const name = tokens.find(
    token =>
      (PLATFORMS.test(forms[token]!) && /^(on|via|over|through)$/i.test(forms[token - 1] ?? "")) ||
      (/^(telephone|phone|text|fax)$/i.test(forms[token]!) && /^by$/i.test(forms[token - 1] ?? "")),
  )
  return name === undefined ? null : { first: name, last: name + 1 }
}

/** “said *on its website*”: where nothing else is told, such as a statement on it. */
function site({ scene }: Place, tokens: readonly number[]): Run | null {
  for (const token of tokens) {
    if (!/^(web)?site$/i.test(scene.forms[token]!)) continue
    const first = nounPhraseFrom(scene, token)
    if (/^PRP\$/.test(scene.tagged.tags[first]!) && /^on$/i.test(scene.forms[first - 1] ?? "")) return { first, last: token + 1 }
  }
  return null
}

/** “*The statement* added”, “*her letter* says”: the means is the source itself. */
function source({ scene: { tagged, forms }, source, head }: Place): Run | null {
  if (!source || source.last - source.first > 4 || source.last > head) return null
  const noun = source.last - 1
  if (/^\p{Lu}/u.test(forms[noun]!)) return null
  const isMeans = /^(statement|letter|email|e-mail|tweet|post|message|memo|book|video|speech|editorial|op-ed)$/.test(tagged.lemmas[noun]!)
  return isMeans && /^(the|a|an|his|her|their|its)$/i.test(forms[source.first]!) ? { first: source.first, last: noun + 1 } : null
}

/** “told reporters *on Harbor Hill*”, “told a crowd *in Port Salloway*”: the place where hearers stood. */
function scenePlace(place: Place): Run | null {
  const { scene, head } = place
  const { forms, nameOf, names } = scene
  if (!/^(tell|speak)$/.test(scene.tagged.lemmas[head]!)) return null
  for (const token of place.outside) {
    if (
      !/^(reporters|journalists|crowd|supporters|audience)$/i.test(forms[token]!) ||
      !/^(in|at|on|outside)$/i.test(forms[token + 1] ?? "")
    )
      continue
    const first = /^the$/i.test(forms[token + 2] ?? "") ? token + 3 : token + 2
    const name = nameOf[first] ?? -1
    if (name < 0 || names[name]!.kind === "person" || isDate(place, first)) continue
    let last = names[name]!.last
    while (scene.tagged.tags[last]?.startsWith("NNP") && !isDate(place, last)) last++
    return { first: token + 2, last }
  }
  return null
}

function isVenue({ tagged, forms }: Scene, token: number): boolean {
  if (!VENUES.has(tagged.lemmas[token]!) || !/^NNS?$/.test(tagged.tags[token]!) || /^NN/.test(tagged.tags[token + 1] ?? "")) return false
  const from = nounPhraseFrom({ tagged, forms }, token)
  if (from === token && tagged.tags[token] === "NN" && !BARE.test(forms[token]!)) return false
  return /^(in|at|during|on|via|through|by|from|before)$/i.test(forms[from - 1] ?? "")
}

/** “said in *court*”, “by *e-mail*”; the ship that was “in *service*” says nothing there. */
const BARE = /^(parliament|court|congress|testimony|stage|air|e-?mail|text|letter|chat|session|trial|video|writing)$/i

/** Where a noun phrase that ends in a noun begins. */
function nounPhraseFrom({ tagged, forms }: Pick<Scene, "tagged" | "forms">, noun: number): number {
  let from = noun
  while (
    from > 0 &&
    /^(NN|JJ|CD|POS|DT|PRP\$|VB[NG]|RB|HYPH)/.test(tagged.tags[from - 1]!) &&
    !/^(that|quoted|published)$/i.test(forms[from - 1]!)
  ) {
    from--
    if (/^(DT|PRP\$)/.test(tagged.tags[from]!) && tagged.tags[from - 1] !== "PDT") break
  }
  return from
}

/** The noun with its attributes and the phrases behind it, up to a mark, a clause, the date, or the words said. */
function venueRun(place: Place, noun: number): Run {
  const { scene } = place
  const { forms, tagged } = scene
  const stop = contentAfter(place, noun)
  let end = noun + 1
  while (end < stop && PHRASE.test(tagged.tags[end]!) && !isDateFrom(place, end)) end++
  if (forms[end] === "," && end + 1 < stop && scene.nameOf[end - 1]! >= 0 && scene.nameOf[end + 1]! >= 0) {
    const next = scene.names[scene.nameOf[end + 1]!]!
    if (next.kind !== "person" || /^[.,]$/.test(forms[next.last] ?? ".")) end = next.last
  }
  const title = titleBehind(scene, end, stop)
  return { first: nounPhraseFrom(scene, noun), last: title ?? trimEnd(scene, noun + 1, end) }
}

/** Parts of speech of a noun's phrases: “address *to the European council in Port Salloway*”. */
const PHRASE = /^(NN|JJ|CD|POS|DT|PRP\$|IN|TO|CC|HYPH)/

/** “in a statement *on Tuesday*”: the date is another matter, and so is a clause. */
function isDateFrom(place: Place, token: number): boolean {
  const { forms, tagged } = place.scene
  if (
    isDate(place, token) ||
    (/^(on|in|from|since|for|after|before|late|early|earlier|over|during)$/i.test(forms[token]!) && isDate(place, token + 1))
  )
    return true
  return tagged.tags[token] === "IN" && /^(that|because|as|while|if|whether|saying|about)$/i.test(forms[token]!)
}

/** “his recently released book *‘The Gate’*”: a title between quotation marks belongs to the noun. */
function titleBehind({ prose, quotedBy, forms, tagged }: Scene, end: number, stop: number): number | null {
  const quotation = quotedBy[end] ?? -1
  if (quotation < 0 || end >= stop || !/^(NN|IN|POS)/.test(tagged.tags[end - 1]!)) return null
  let last = end
  while (last < stop && quotedBy[last] === quotation) last++
  return last - end <= LONGEST_TITLE && forms[last - 1] && prose.quotations[quotation]!.closed ? last : null
}

/** Tokens, marks included. */
const LONGEST_TITLE = 10

function trimEnd({ forms, tagged }: Scene, first: number, last: number): number {
  while (last > first && (/^[,.;:—–-]+$/.test(forms[last - 1]!) || /^(IN|TO|DT|CC)$/.test(tagged.tags[last - 1]!))) last--
  return last
}
