import type { Copy } from "./copies.ts"
import { type FirstHand, firstHand, ownerOf, type Surroundings } from "./first-hand.ts"
import type { Told } from "./told.ts"

/** What a reader should be wary of. */
export interface Alarm {
  readonly rule: "all unnamed" | "ring of citations" | "copy with sources of its own"
  readonly says: string
  /** The statements that show it. */
  readonly statements: readonly string[]
}

/** Of the assertions of a claim, and how their origins came into the record. */
export function alarmsOf(told: readonly Told[], kinds: readonly FirstHand[], around: Surroundings): readonly Alarm[] {
  return [...allUnnamed(told, kinds), ...ring(told, around), ...copyWithSources(told, around)]
}

function allUnnamed(told: readonly Told[], kinds: readonly FirstHand[]): readonly Alarm[] {
  if (kinds.length === 0 || !kinds.every(kind => kind === "unnamed" || kind === "nobody")) return []
  return [{ rule: "all unnamed", says: "Nobody who asserts this is named", statements: told.map(({ id }) => id) }]
}

/** “The Post reports that Coast Radio reports it; Coast Radio that the Post does”: each leans on the other, and nobody on the matter. */
function ring(told: readonly Told[], { kindOf, voiceOf }: Surroundings): readonly Alarm[] {
  const leans = new Map<string, { readonly on: string; readonly by: string }[]>()
  for (const { id, outlet, source, relays, cited } of told) {
    const hops = [outlet, ...[...relays].reverse(), source, ...cited].filter(agent => agent !== null).map(voiceOf)
    hops.slice(1).forEach((on, at) => {
      const from = hops[at]!
      if (from !== on && kindOf(on) === "publication") leans.set(from, [...(leans.get(from) ?? []), { on, by: id }])
    })
  }
  const found = [...leans.keys()].map(start => ringFrom(start, leans)).find(statements => statements !== null)
  return found ? [{ rule: "ring of citations", says: "Outlets cite one another in a ring", statements: found }] : []
}

/** The statements by which an outlet comes back to itself; null when it does not. */
function ringFrom(
  start: string,
  leans: ReadonlyMap<string, readonly { readonly on: string; readonly by: string }[]>,
): readonly string[] | null {
  const seen = new Set<string>()
  const walk = (at: string, path: readonly string[]): readonly string[] | null => {
    for (const { on, by } of leans.get(at) ?? []) {
      if (on === start) return [...new Set([...path, by])]
      if (seen.has(on)) continue
      seen.add(on)
      const found = walk(on, [...path, by])
      if (found) return found
    }
    return null
  }
  return walk(start, [])
}

/** One text in two papers, and in each of them “officials told” this very paper. */
function copyWithSources(told: readonly Told[], { kindOf, copies }: Surroundings): readonly Alarm[] {
  const claims = (article: string) =>
    told.filter(each => each.article === article && firstHand(each, kindOf) === "unnamed" && ownerOf(each) === each.outlet)
  return copies.filter(isLarge).flatMap(({ a, b }) => {
    const [left, right] = [claims(a), claims(b)]
    if (left.length === 0 || right.length === 0 || left[0]!.outlet === right[0]!.outlet) return []
    const statements = [...left, ...right].map(({ id }) => id)
    return [
      { rule: "copy with sources of its own" as const, says: "Two outlets carry one text, each as from sources of its own", statements },
    ]
  })
}

function isLarge({ share }: Copy): boolean {
  return share >= LARGE_SHARE
}

const LARGE_SHARE = 0.3
