/** Measures of coreference over clusters of mentions: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF-e (Luo 2005). */

/** Mentions by name; those of gold and those found bear the same name where they are the same. */
export type Cluster = readonly string[]

export interface Figure {
  readonly p: number
  readonly r: number
  readonly f1: number
}

/** Counts that add up over documents. */
export interface Tally {
  readonly right: number
  readonly of: number
}

export interface Coreference {
  readonly muc: Figure
  readonly b3: Figure
  readonly ceafe: Figure
  /** The mean of the three F1 (Pradhan et al. 2012). */
  readonly mean: number
}

/** The figures of several documents together; each is gold and found. */
export function coreference(documents: readonly (readonly [readonly Cluster[], readonly Cluster[]])[]): Coreference {
  const both = (tally: (of: readonly Cluster[], by: readonly Cluster[]) => Tally): Figure => {
    const recall = sum(documents.map(([gold, found]) => tally(gold, found)))
    const precision = sum(documents.map(([gold, found]) => tally(found, gold)))
    return figure(precision, recall)
  }
  const muc = both(links)
  const b3 = both(shares)
  const ceafe = both(alignment)
  return { muc, b3, ceafe, mean: (muc.f1 + b3.f1 + ceafe.f1) / 3 }
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((all, { right, of }) => ({ right: all.right + right, of: all.of + of }), { right: 0, of: 0 })
}

function figure(precision: Tally, recall: Tally): Figure {
  const p = precision.of ? precision.right / precision.of : 0
  const r = recall.of ? recall.right / recall.of : 0
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
}

function owners(clusters: readonly Cluster[]): Map<string, number> {
  return new Map(clusters.flatMap((cluster, at) => cluster.map(mention => [mention, at] as const)))
}

/** MUC: the links that hold a cluster together, less one for every part into which the other side cuts it. */
function links(of: readonly Cluster[], by: readonly Cluster[]): Tally {
  const own = owners(by)
  const tallies = of.map(cluster => {
    const parts = new Set(cluster.map(mention => own.get(mention) ?? mention))
    return { right: cluster.length - parts.size, of: cluster.length - 1 }
  })
  return sum(tallies)
}

/** B³: of every mention, the share of its cluster that the other side puts with it. */
function shares(of: readonly Cluster[], by: readonly Cluster[]): Tally {
  const own = owners(by)
  let right = 0
  let count = 0
  for (const cluster of of)
    for (const mention of cluster) {
      const other = own.get(mention)
      const together = other === undefined ? 0 : cluster.filter(each => own.get(each) === other).length
      right += together / cluster.length
      count++
    }
  return { right, of: count }
}

/** CEAF-e: clusters paired one to one so that they share the most, each pair counting 2|A∩B| / (|A|+|B|). */
function alignment(of: readonly Cluster[], by: readonly Cluster[]): Tally {
  const own = owners(by)
  const worth = of.map(cluster => {
    const row = new Array<number>(by.length).fill(0)
    for (const mention of cluster) {
      const other = own.get(mention)
      if (other !== undefined) row[other]! += 2 / (cluster.length + by[other]!.length)
    }
    return row
  })
  return { right: bestPairing(worth), of: of.length }
}

/** The greatest sum of one entry a row and column, by augmenting paths on costs (Kuhn 1955, Munkres 1957; cubic). */
function bestPairing(worth: readonly (readonly number[])[]): number {
  const size = Math.max(worth.length, worth[0]?.length ?? 0)
  const cost = (row: number, column: number) => -(worth[row - 1]?.[column - 1] ?? 0)
  const u = new Array<number>(size + 1).fill(0)
  const v = new Array<number>(size + 1).fill(0)
  const rowOf = new Array<number>(size + 1).fill(0)
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row
    const way = new Array<number>(size + 1).fill(0)
    const least = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Array<boolean>(size + 1).fill(false)
    let column = 0
    do {
      used[column] = true
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let each = 1; each <= size; each++) {
        if (used[each]) continue
        const slack = cost(rowOf[column]!, each) - u[rowOf[column]!]! - v[each]!
        if (slack < least[each]!) [least[each], way[each]] = [slack, column]
        if (least[each]! < delta) [delta, next] = [least[each]!, each]
      }
      for (let each = 0; each <= size; each++) {
        if (used[each]) {
          u[rowOf[each]!]! += delta
          v[each]! -= delta
        } else least[each]! -= delta
      }
      column = next
    } while (rowOf[column] !== 0)
    for (; column !== 0; column = way[column]!) rowOf[column] = rowOf[way[column]!]!
  }
  let total = 0
  for (let column = 1; column <= size; column++) total -= rowOf[column] ? cost(rowOf[column]!, column) : 0
  return total
}
