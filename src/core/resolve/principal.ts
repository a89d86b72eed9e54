import type { Run } from "../tree.ts"
import type { Actor, Cast } from "./cast.ts"
import { bodyMeant } from "./company.ts"
import { bodyNamed, owned } from "./owned.ts"
import { peopleKind } from "./people.ts"
import { type Scene, wordsOf } from "./scene.ts"
import { GROUPS, INSTITUTIONS, OFFICES, SPEAKS_FOR } from "./words.ts"

/** The noun a role turns on: the last before “for” or “of”. */
export function roleNoun({ tagged, forms }: Scene, { first, last }: Run): number | null {
  let noun: number | null = null
  for (let token = first; token < last; token++) {
    if (noun !== null && /^(for|of|to|at|in|who|that|with)$/i.test(forms[token]!)) break
    if (tagged.tags[token]!.startsWith("NN")) noun = token
  }
  return noun
}

/** “Harbor *spokeswoman*”, “*press secretary*”. “Secretary” alone is an office. */
export function isSpeaker({ tagged: { lemmas } }: Scene, head: number): boolean {
  const lemma = lemmas[head]!.toLowerCase()
  return SPEAKS_FOR.has(lemma) || (lemma === "secretary" && lemmas[head - 1]?.toLowerCase() === "press")
}

/** For whom a spokesman speaks: after “for” or “of” (“a spokeswoman *for the port*”), or before the noun (“*Port Authority* spokesman”, “*Ruiz’s* lawyer”). */
export function principalOf(scene: Scene, { first, last }: Run, head: number, self: Actor | null, cast: Cast): Actor | null {
  const mark = scene.forms.slice(head + 1, Math.min(last, head + 4)).findIndex(word => /^(for|of|with|in|at)$/i.test(word))
  const run = mark < 0 ? null : { first: head + 2 + mark, last }
  const behind =
    run &&
    (principalIn(scene, run, self, cast) ??
      (scene.forms[run.first - 1]!.toLowerCase() === "for" && isSpeaker(scene, head) ? plainNoun(scene, run, cast) : null))
  return behind ?? (first < head ? principalIn(scene, { first, last: head }, self, cast) : null)
}

/** “a spokeswoman for *the zoo*”: a body that no other words name; whose “lawyer for *the man*” it is remains unsaid. */
function plainNoun(scene: Scene, { first, last }: Run, cast: Cast): Actor | null {
  const noun = first + 1
  if (!/^(the|an?)$/i.test(scene.forms[first] ?? "") || scene.tagged.tags[noun] !== "NN" || noun >= last) return null
  if (/^(NN|POS|JJ)/.test(scene.tagged.tags[noun + 1] ?? "") || peopleKind(scene, { first, last: noun + 1 }, noun)) return null
  return bodyNamed(cast, scene.forms[noun]!.toLowerCase())
}

/** “The *Port Authority* denied it. … , *spokeswoman* Lena Ott said”: who is spoken for was named just before. */
export function bodyAbove(scene: Scene, { first, last }: Run, cast: Cast): Actor | null {
  if (last - first > 2 || !BARE.test(scene.tagged.lemmas[last - 1]!)) return null
  const { prose, tree, nameOf, names } = scene
  const sentence = tree.sentenceOf[first]!
  for (let back = 1; back <= BODY_ABOVE_SENTENCES && back <= sentence; back++) {
    const subject = bodySubject(scene, prose.sentences[sentence - back]!, cast)
    if (subject) return subject
  }
  const from = prose.sentences[Math.max(0, sentence - BODY_ABOVE_SENTENCES)]!.first
  const near = new Set<Actor>()
  for (let token = first - 1; token >= from && token > first - BODY_ABOVE_TOKENS; token--) {
    const name = nameOf[token]!
    if (name >= 0 && names[name]!.kind === "organization" && cast.byName[name]!.kind === "organization") near.add(cast.byName[name]!)
  }
  return near.size === 1 ? [...near][0]! : null
}

/** “*The Northland government-in-exile* denied it”: the body that a sentence is about. */
export function bodySubject(scene: Scene, { first, last }: Run, cast: Cast): Actor | null {
  const { tagged, nameOf, tree } = scene
  for (let token = first; token < Math.min(last, first + BODY_ABOVE_TOKENS); token++) {
    if (tagged.labels[token] !== "nsubj") continue
    const name = nameOf[token]!
    if (name >= 0 && cast.byName[name]!.kind === "organization" && scene.names[name]!.kind === "organization") return cast.byName[name]!
    const lemma = tagged.lemmas[token]!.toLowerCase()
    const isBody = name < 0 && (GROUPS.has(lemma.split("-")[0]!) || INSTITUTIONS.has(lemma)) && token > tree.left[token]!
    if (!isBody || tagged.tags[token] !== "NN") continue
    return bodyMeant(scene, cast, token) ?? bodyNamed(cast, bareWords(scene, { first: tree.left[token]!, last: token + 1 }))
  }
  return null
}

function bareWords(scene: Scene, run: Run): string {
  return wordsOf(scene, run).replace(/^(the|a|an|its|their)\s+/i, "")
}

/** A lawyer or an agent, whose principal may be anyone, is none of these. */
const BARE =
  /^(spokesman|spokeswoman|spokesperson|secretary|executive|ceo|director|manager|keeper|engineer|chairman|chairwoman|chair|head|president)$/i

const BODY_ABOVE_SENTENCES = 2
const BODY_ABOVE_TOKENS = 120

/** The body or person that a run of words names: its owner and noun, or else the name nearest to its end that is no mere origin. */
export function principalIn(scene: Scene, run: Run, self: Actor | null, cast: Cast): Actor | null {
  const body = owned(scene, cast, run) ?? plainBody(scene, run, cast)
  if (body && body !== self) return body
  const office = officeIn(scene, run, self, cast)
  let place: Actor | null = null
  for (let token = run.last - 1; token >= run.first; token--) {
    const name = scene.nameOf[token]!
    if (name < 0 || cast.byName[name] === self) continue
    const { kind } = scene.names[name]!
    if (kind === "other" && scene.tagged.tags[token]!.startsWith("JJ")) continue
    if (kind !== "place" || (token === run.last - 1 && !office)) return cast.byName[name]!
    place ??= cast.byName[name]!
  }
  return office ?? place ?? bareBody(scene, run, cast)
}

/** “*the board’s* engineer”, “a spokeswoman for *the company*”: a body told before, meant by its noun alone. */
function bareBody(scene: Scene, { first, last }: Run, cast: Cast): Actor | null {
  const noun = scene.tagged.tags[last - 1] === "POS" ? last - 2 : last - 1
  if (noun === first && scene.tagged.tags[noun] === "NN") return bodyMeant(scene, cast, noun)
  return noun === first + 1 && /^(the|its|this)$/i.test(scene.forms[first]!) ? bodyMeant(scene, cast, noun) : null
}

/** “a *police* spokesman”, “a *military* spokeswoman”: a body without a name. */
function plainBody(scene: Scene, { first, last }: Run, cast: Cast): Actor | null {
  const noun = scene.tagged.tags[last - 1] === "POS" ? last - 2 : last - 1
  if (noun < first || scene.nameOf[noun]! >= 0 || !/^(police|military|army|navy|coastguard)$/i.test(scene.forms[noun]!)) return null
  return noun - first > 1 ? null : bodyNamed(cast, scene.forms[noun]!.toLowerCase())
}

/** “a spokesman for *the district attorney in Port Salloway*”, “*the port minister’s* lawyer”: its one bearer, when the article names him. */
function officeIn(scene: Scene, { first, last }: Run, self: Actor | null, cast: Cast): Actor | null {
  const end = scene.tagged.tags[last - 1] === "POS" ? last - 1 : last
  const head = roleNoun(scene, { first, last: end })
  if (head === null || scene.nameOf[head]! >= 0 || !(OFFICES.has(scene.tagged.lemmas[head]!.toLowerCase()) || isCounsel(scene, head)))
    return null
  const bearers = (cast.bearers.get(scene.tagged.lemmas[head]!.toLowerCase()) ?? []).filter(actor => actor !== self)
  if (bearers.length === 1 && end - first <= 3) return bearers[0]!
  return bodyNamed(cast, bareWords(scene, { first, last: end }))
}

/** “the *special counsel*” holds an office; a mere counsel speaks for others. */
function isCounsel({ forms }: Scene, head: number): boolean {
  return /^counsel$/i.test(forms[head]!) && /^(special|independent)$/i.test(forms[head - 1] ?? "")
}

/** “*Ruiz’s* campaign manager”, “*Ruiz campaign* manager”, “manager of *Ruiz’s campaign*” */
export function campaignIn(scene: Scene, { first, last }: Run, self: Actor, cast: Cast): Actor | null {
  for (let token = first + 1; token < last; token++) {
    if (scene.forms[token]!.toLowerCase() !== "campaign") continue
    const owner = scene.tagged.tags[token - 1] === "POS" && token - 2 >= first ? scene.nameOf[token - 2]! : -1
    if (owner >= 0) return cast.byName[owner]!
    const campaign = owned(scene, cast, { first, last: token + 1 })
    if (campaign && campaign !== self) return campaign
  }
  return null
}

/** The force before an officer's rank, or behind “at”, “with” and “of”. */
export function forceOf(scene: Scene, { first, last }: Run, head: number, self: Actor, cast: Cast): Actor | null {
  const mark = scene.forms.slice(head + 1, Math.min(last, head + 5)).findIndex(word => /^(at|with|of|from|for)$/i.test(word))
  const behind = mark < 0 ? null : bodyIn(scene, { first: head + 2 + mark, last }, self, cast)
  return behind ?? (first < head ? bodyIn(scene, { first, last: head }, self, cast) : null)
}

/** No name of a body is longer; a run may be as long as its sentence. Tokens. */
const LONGEST_BODY = 30

/** A body by one of its names, wherever in the run it begins; else what the run names, when that is no person. */
function bodyIn(scene: Scene, run: Run, self: Actor, cast: Cast): Actor | null {
  for (let first = Math.max(run.first, run.last - LONGEST_BODY); first < run.last; first++) {
    const known = cast.bodies.get(wordsOf(scene, { first, last: run.last }).replace(/^the /i, "").toLowerCase())
    if (known) return known
  }
  const named = principalIn(scene, run, self, cast)
  return named && named.kind !== "person" ? named : null
}
