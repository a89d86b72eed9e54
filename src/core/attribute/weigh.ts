import { cueRows, type Hashes, neighbourRows, optionRows, TABLE_BITS } from "./features.ts"
import { holds, type Option } from "./option.ts"
import type { Sight } from "./sight.ts"

/** What was learned about cues, in two looks: each cue by itself, then each among its neighbours. */
export interface CueModel {
  readonly first: Weights
  readonly second: Weights
}

/** One table of weights, 8 bits each: a weight is its entry times `scale`. */
export interface Weights {
  readonly table: Int8Array
  readonly scale: number
}

/** All options of one cue with the weight-table rows that speak for each; what training learns from and reading adds up. */
export interface Weighed {
  readonly options: readonly Option[]
  /** Rows that speak for the cue, whatever the option. */
  readonly shared: readonly number[]
  /** Rows that speak for each option. */
  readonly rows: readonly (readonly number[])[]
}

/** The options of one cue with their probabilities; what is missing to 1 is that nothing is attributed here. */
export interface Judged {
  readonly options: readonly Option[]
  readonly shares: readonly number[]
  /** The likeliest option. */
  readonly best: number
  /** That anything is attributed: the sum of the shares. */
  readonly confidence: number
}

export function weighed(sight: Sight, hashes: Hashes, options: readonly Option[]): Weighed {
  if (options[0]!.sure) return { options, shared: [], rows: [[]] }
  const shared = cueRows(sight, hashes, options[0]!.cueHead)
  return { options, shared, rows: options.map(option => optionRows(sight, hashes, option)) }
}

/** How many cues before and after one can be its neighbours. Keeps the second look linear in a sentence without end. */
const NEIGHBOURS = 30

/** The same cues with what their neighbours, as judged by the first look, say of each. */
export function amongNeighbours(hashes: Hashes, cues: readonly Weighed[], judged: readonly Judged[]): readonly Weighed[] {
  return cues.map((cue, at) => {
    const { options, shared, rows } = cue
    if (options[0]!.sure) return cue
    const near = range(Math.max(0, at - NEIGHBOURS), Math.min(cues.length, at + NEIGHBOURS + 1)).filter(other => other !== at)
    const own = ownRows(hashes, judged[at]!)
    return {
      options,
      shared,
      rows: options.map((option, index) => {
        const inside = Math.max(0, ...near.map(other => insideOf(option, judged[other]!)))
        const over = Math.max(
          0,
          ...near.map(other => insideOf(bestOf(judged[other]!), { ...judged[at]!, best: index, confidence: judged[other]!.confidence })),
        )
        return [...rows[index]!, ...own[index]!, ...neighbourRows(hashes, option, inside, over)]
      }),
    }
  })
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}

/** What the first look itself thought. */
function ownRows(hashes: Hashes, { options, shares, confidence }: Judged): number[][] {
  return options.map((option, at) => neighbourRows(hashes, option, 1000 + level(shares[at]!), 1000 + level(confidence)).slice(0, 6))
}

/** How surely `option` lies in the content of another cue: 0 for not, then by the confidence, and whether wholly. */
function insideOf(option: Option, other: Judged): number {
  const content = bestOf(other).content
  const holder = content.find(run => run.first <= option.cueHead && option.cueHead < run.last)
  if (!holder) return 0
  const whole = option.content.every(run => holds(holder, run)) && (!option.source || holds(holder, option.source))
  return 1 + 2 * level(other.confidence) + (whole ? 1 : 0)
}

export function bestOf({ options, best }: Judged): Option {
  return options[best]!
}

/** A probability in tenths. */
function level(share: number): number {
  return Math.min(9, Math.floor(share * 10))
}

/** The confidence of what leaves no choice: as often right as that, by the cases in `test/cases`. */
const SURE = 0.95

/** Softmax over the options and “nothing here”, which weighs 0. */
export function judge({ options, shared, rows }: Weighed, { table, scale }: Weights): Judged {
  if (options[0]!.sure) return { options, shares: [SURE], best: 0, confidence: SURE }
  const sum = (list: readonly number[]) => list.reduce((total, row) => total + table[row]!, 0)
  const common = sum(shared)
  const weights = rows.map(list => (common + sum(list)) * scale)
  const top = Math.max(0, ...weights)
  const raised = weights.map(weight => Math.exp(weight - top))
  const total = raised.reduce((sum, each) => sum + each, Math.exp(-top))
  const shares = raised.map(each => each / total)
  const best = weights.indexOf(Math.max(...weights))
  return { options, shares, best, confidence: shares.reduce((sum, each) => sum + each, 0) }
}

/** Bytes of the file: scale of the first look (float 32, little-endian), its table, then the same of the second. */
const TABLE_BYTES = 1 << TABLE_BITS
const SCALE_BYTES = 4

/** Reads what `packCueModel` wrote. Throws a RangeError with both lengths when the file is of another size. */
export function openCueModel(bytes: Uint8Array): CueModel {
  const wanted = 2 * (SCALE_BYTES + TABLE_BYTES)
  if (bytes.length !== wanted) throw new RangeError(`The cue weights are ${wanted} bytes long, but these are ${bytes.length}`)
  return { first: weightsAt(bytes, 0), second: weightsAt(bytes, SCALE_BYTES + TABLE_BYTES) }
}

function weightsAt(bytes: Uint8Array, offset: number): Weights {
  const scale = new DataView(bytes.buffer, bytes.byteOffset + offset, SCALE_BYTES).getFloat32(0, true)
  return { scale, table: new Int8Array(bytes.buffer, bytes.byteOffset + offset + SCALE_BYTES, TABLE_BYTES) }
}

export function packCueModel({ first, second }: CueModel): Uint8Array {
  const bytes = new Uint8Array(2 * (SCALE_BYTES + TABLE_BYTES))
  ;[first, second].forEach(({ scale, table }, at) => {
    const offset = at * (SCALE_BYTES + TABLE_BYTES)
    new DataView(bytes.buffer).setFloat32(offset, scale, true)
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.length), offset + SCALE_BYTES)
  })
  return bytes
}
