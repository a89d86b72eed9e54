import type { Run } from "../tree.ts"
import type { Actor, Cast } from "./cast.ts"
import { type Look, type Meant, stated, unresolved } from "./memory.ts"
import { isSpeaker, principalOf } from "./principal.ts"
import { recalled } from "./recall.ts"
import type { Scene } from "./scene.ts"
import { OFFICES } from "./words.ts"

/** “Port Minister *Elena Ruiz*, who opened the bridge”. Of two namesakes named alike near, neither. */
export function named({ scene, cast, run, head }: Look): Meant | null {
  const name = scene.nameOf[head]!
  if (name < 0 || isJoined(scene, run, head) || isSomeOf(scene, run, name)) return null
  const namesakes = cast.open.get(name)
  if (!namesakes) return stated(cast.byName[name]!)
  const bearer = bearerOf(scene, run, namesakes)
  return bearer ? stated(bearer) : unresolved(namesakes)
}

/** “Prys, *the pilot*,”: of two namesakes the one whose role the words beside the name tell. */
function bearerOf(scene: Scene, { first, last }: Run, namesakes: readonly Actor[]): Actor | null {
  const nouns = scene.tagged.lemmas.slice(first, last).filter((_, at) => scene.tagged.tags[first + at] === "NN")
  const fit = namesakes.filter(({ roles }) =>
    roles.some(role =>
      nouns.some(noun =>
        role
          .toLowerCase()
          .split(/[^\p{L}-]+/u)
          .includes(noun),
      ),
    ),
  )
  return fit.length === 1 ? fit[0]! : null
}

/** “*several leading* Northlanders”, “*fellow* Democrats”: some of those whom the name means. */
function isSomeOf({ names, tagged, forms }: Scene, run: Run, name: number): boolean {
  const { first, last, kind } = names[name]!
  const many = /^NNP?S$/.test(tagged.tags[last - 1]!) || /(ians|eans|etans|icans|crats)$/.test(forms[last - 1]!)
  if (kind === "person" || !many || first <= run.first) return false
  return /^(JJ|CD|VB[GN])/.test(tagged.tags[first - 1]!) && !/^(the|all)$/i.test(forms[first - 1]!)
}

/** “Ruiz and Ott said”: two who speak as one. */
function isJoined({ tagged, tree }: Scene, run: Run, head: number): boolean {
  return tree.children[head]!.some(each => tagged.labels[each] === "conj" && each < run.last && tagged.tags[each]!.startsWith("NN"))
}

/** “Northland foreign ministry spokesman *Victor Lind*”: whatever the grammar says, titles lean on the name that ends the words. */
export function namedLast({ scene, cast, run, head, memory }: Look): Meant | null {
  const { forms, nameOf, names, tagged } = scene
  const last = /^[,.]$/.test(forms[run.last - 1]!) ? run.last - 1 : run.last
  const name = nameOf[last - 1] ?? -1
  if (name < 0 || names[name]!.kind !== "person" || names[name]!.first <= run.first) return null
  const before = tagged.tags.slice(run.first, names[name]!.first)
  const leans = (tag: string, at: number) => /^(NN|JJ|POS|DT|CD|VBN|HYPH|PRP\$)/.test(tag) || nameOf[run.first + at]! >= 0
  if (cast.open.has(name) || !before.every(leans) || !before.some(tag => tag.startsWith("NN"))) return null
  if (before.at(-1) === "POS") return null
  const actor = cast.byName[name]!
  if (before[0] === "PRP$" && isSpeaker(scene, names[name]!.first - 1)) actor.actsFor ??= possessor({ scene, cast, run, head, memory })
  return stated(actor)
}

/** “*Coast Radio, the Tide and the Lantern* reported it”: names and what joins them, and nothing else. */
export function isListed({ forms, nameOf }: Scene, { first, last }: Run): boolean {
  let count = 0
  let joined = false
  for (let token = first; token < last; token++) {
    const name = nameOf[token]!
    if (name >= 0) {
      if (nameOf[token - 1] !== name || token === first) count++
    } else if (/^(and|&)$/i.test(forms[token]!)) joined = token > first
    else if (!/^(,|the|both)$/i.test(forms[token]!)) return false
  }
  return joined && count > 1
}

/** “the owner, *Delphin Lines*,”, “its union, *the Dockers’ League*,”: a body named behind the noun for it. */
export function bodyBeside({ scene, cast, run, head }: Look): Meant | null {
  const { forms, nameOf, names } = scene
  if (!/^(the|its|their)$/i.test(forms[run.first]!) || nameOf[head]! >= 0) return null
  const comma = head + 1
  if (forms[comma] !== ",") return null
  const first = /^the$/i.test(forms[comma + 1] ?? "") ? comma + 2 : comma + 1
  const name = first < run.last ? nameOf[first]! : -1
  if (name < 0 || names[name]!.first !== first || cast.byName[name]!.kind === "person") return null
  const behind = names[name]!.last
  return behind === run.last || forms[behind] === "," ? stated(cast.byName[name]!) : null
}

/** “the minister, *Elena Ruiz*,”: the name stands behind the noun. */
export function namedBeside({ scene, cast, run, head, memory }: Look): Meant | null {
  const { tree, tagged, nameOf } = scene
  for (const each of tree.children[head]!) {
    if (each <= head || tagged.labels[each] !== "appos" || nameOf[each]! < 0) continue
    const actor = cast.byName[nameOf[each]!]!
    if (actor.kind !== "person") continue
    if (tagged.tags[run.first] === "PRP$" && isSpeaker(scene, head)) actor.actsFor ??= possessor({ scene, cast, run, head, memory })
    return stated(actor)
  }
  return namedAtEnd({ scene, cast, run, head })
}

/** “a spokeswoman in Ruiz’s Port Salloway office, *Nora Lind*,”: far behind the noun, between commas. */
function namedAtEnd({ scene, cast, run, head }: Pick<Look, "scene" | "cast" | "run" | "head">): Meant | null {
  if (!isSpeaker(scene, head)) return namedAfterComma(scene, cast, run)
  const last = scene.forms[run.last - 1] === "," ? run.last - 1 : run.last
  const name = scene.nameOf[last - 1] ?? -1
  if (name < 0 || scene.names[name]!.first <= head || scene.forms[scene.names[name]!.first - 1] !== ",") return null
  const actor = cast.byName[name]!
  if (actor.kind !== "person") return null
  actor.actsFor ??= principalOf(scene, { first: run.first, last: scene.names[name]!.first - 1 }, head, actor, cast)
  return stated(actor)
}

/** “the bill’s sponsor, Port Minister *Elena Ruiz*, a lawyer”: behind a noun for someone, a comma and titles. */
function namedAfterComma(scene: Scene, cast: Cast, run: Run): Meant | null {
  const { forms, nameOf, names, tagged } = scene
  const comma = forms.indexOf(",", run.first)
  if (comma < 0 || comma >= run.last - 1) return null
  const noun = nameOf[comma - 1]! < 0 ? comma - 1 : officeOf(scene, run.first, comma)
  if (!HUMAN.test(tagged.lemmas[noun]!) && !OFFICES.has(tagged.lemmas[noun]!)) return null
  let token = comma + 1
  while (token < run.last && (nameOf[token]! < 0 || names[nameOf[token]!]!.kind !== "person")) {
    if (!/^(NN|JJ|POS|DT|CD)/.test(tagged.tags[token]!)) return null
    token++
  }
  const name = token < run.last ? nameOf[token]! : -1
  return name < 0 || cast.open.has(name) ? null : stated(cast.byName[name]!)
}

/** “the *mayor* of Port Salloway, Elena Ruiz,”: the noun before “of” and a name. */
function officeOf({ forms, nameOf, names }: Scene, first: number, comma: number): number {
  const before = names[nameOf[comma - 1]!]!.first - 1
  const of = /^the$/i.test(forms[before] ?? "") ? before - 1 : before
  return of > first && /^of$/i.test(forms[of]!) ? of - 1 : comma - 1
}

/** “sponsor”, “lawyer”, “wife”: nouns for one person. */
const HUMAN = /(er|or|ist|ian|ee|ant|man|woman|wife|son|daughter|friend|aide|chief|chair|head|attorney|counsel|official)$/

export function possessor(look: Look): Actor | null {
  const { scene, cast, run, head } = look
  const { tags } = scene.tagged
  const word = scene.forms[run.first]!.toLowerCase()
  if (tags[run.first] === "PRP$" && /^(his|her)$/.test(word))
    return recalled({ ...look, head: run.first, run: { first: run.first, last: run.first + 1 } }, word === "his" ? "he" : "she").actor
  const mark = tags.slice(run.first, head).lastIndexOf("POS")
  const name = mark > 0 ? scene.nameOf[run.first + mark - 1]! : -1
  return name >= 0 && cast.byName[name]!.kind === "person" ? cast.byName[name]! : null
}
