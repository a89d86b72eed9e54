/** How much speaks for two things belonging together; less than nothing speaks against it. */
export interface Link {
  readonly one: number
  readonly other: number
  readonly weight: number
}

interface Cluster {
  readonly members: number[]
  /** By the other cluster: the sum of the links, and how many there are. */
  readonly links: Map<number, { sum: number; count: number }>
  /** How often it has grown. */
  age: number
}

/**
 * Clusters by average linkage (Sokal and Michener 1958): again and again the two are joined between which the mean over all pairs is highest, as long as it is
 * above 0. Pairs without a link count as `unseen`. Each cluster's members ascend; clusters are in the order of their first members. Takes about
 * n log n steps for n links: the links of the smaller cluster move to the larger.
 */
export function gathered(all: readonly number[], links: readonly Link[], unseen: number): number[][] {
  const clusters = new Map(all.map(each => [each, { members: [each], links: new Map(), age: 0 } as Cluster]))
  const heap = new Heap()
  for (const { one, other, weight } of links) {
    clusters.get(one)!.links.set(other, { sum: weight, count: 1 })
    clusters.get(other)!.links.set(one, { sum: weight, count: 1 })
    if (weight > 0) heap.push({ mean: weight, one, other, age: 0 })
  }
  for (let next = heap.pop(); next; next = heap.pop()) {
    const [a, b] = [clusters.get(next.one), clusters.get(next.other)]
    if (!a || !b) continue
    const mean = meanOf(a, b, next.other, unseen)
    if (next.age === a.age + b.age) join(clusters, heap, next.one, next.other, unseen)
    else if (mean > 0) heap.push({ ...next, mean, age: a.age + b.age })
  }
  return [...clusters.values()].map(({ members }) => members.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)
}

function meanOf(a: Cluster, b: Cluster, other: number, unseen: number): number {
  const { sum, count } = a.links.get(other)!
  const pairs = a.members.length * b.members.length
  return (sum + unseen * (pairs - count)) / pairs
}

function join(clusters: Map<number, Cluster>, heap: Heap, one: number, other: number, unseen: number): void {
  const swaps = clusters.get(one)!.links.size < clusters.get(other)!.links.size
  const [kept, gone] = swaps ? [other, one] : [one, other]
  const [large, small] = [clusters.get(kept)!, clusters.get(gone)!]
  clusters.delete(gone)
  large.members.push(...small.members)
  large.age++
  large.links.delete(gone)
  for (const [third, { sum, count }] of small.links) {
    if (third === kept) continue
    const cluster = clusters.get(third)!
    const known = large.links.get(third)
    const merged = { sum: sum + (known?.sum ?? 0), count: count + (known?.count ?? 0) }
    large.links.set(third, merged)
    cluster.links.set(kept, merged)
    cluster.links.delete(gone)
    const mean = meanOf(large, cluster, third, unseen)
    if (mean > 0) heap.push({ mean, one: kept, other: third, age: large.age + cluster.age })
  }
}

interface Entry {
  readonly mean: number
  readonly one: number
  readonly other: number
  /** The ages of both together when it was reckoned. */
  readonly age: number
}

/** The highest mean first; of equals those that stand first. */
function before(a: Entry, b: Entry): boolean {
  return a.mean !== b.mean ? a.mean > b.mean : a.one !== b.one ? a.one < b.one : a.other < b.other
}

class Heap {
  private readonly entries: Entry[] = []

  push(entry: Entry): void {
    const { entries } = this
    let at = entries.push(entry) - 1
    for (let up = (at - 1) >> 1; at > 0 && before(entries[at]!, entries[up]!); at = up, up = (at - 1) >> 1) this.swap(at, up)
  }

  pop(): Entry | undefined {
    const { entries } = this
    const top = entries[0]
    const last = entries.pop()
    if (entries.length === 0 || !last) return top
    entries[0] = last
    for (let at = 0; ; ) {
      let best = at
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < entries.length && before(entries[child]!, entries[best]!)) best = child
      if (best === at) return top
      this.swap(at, best)
      at = best
    }
  }

  private swap(a: number, b: number): void {
    const { entries } = this
    ;[entries[a], entries[b]] = [entries[b]!, entries[a]!]
  }
}
