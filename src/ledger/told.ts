import { type RawBuilder, sql } from "kysely"
import type { Certainty, Span, Statement } from "../core/index.ts"
import type { Told } from "./match/index.ts"

/** A statement as it was read, kept beside what judgements make of it. */
export interface Body extends Omit<Statement, "id" | "gist"> {
  /** The words attributed, on one line. */
  readonly words: string
  /** The sentence or sentences it stands in, to the letter. */
  readonly sentence: string
}

/** What matching knows of a statement and no column holds. */
export type ToldBody = Omit<
  Told,
  "id" | "article" | "outlet" | "published" | "order" | "place" | "source" | "stance" | "cue" | "content" | "form"
> & {
  readonly certainty: Certainty
}

/** A row of `statement`, with what is needed of its article. */
export interface Row {
  readonly id: string
  readonly article: string
  readonly place: number
  readonly claim: string | null
  readonly agent: string | null
  readonly stance: Told["stance"]
  readonly moment: string
  readonly shown: string
  readonly past: boolean
  readonly told: ToldBody
  readonly body: Body
  readonly outlet: string | null
  /** The outlet by name, or by the host of its address. */
  readonly house: string | null
  readonly published: string | null
  readonly order: string | number
}

/** The columns of `Row`, from `statement s join article a`. */
export const ROW: RawBuilder<Row> = sql`
  s.id, s.article, s.place, s.claim, s.agent, s.stance, s.moment, s.shown, s.past, s.told, s.body,
  a.outlet_agent as outlet, a.outlet as house, a.published, a.place as "order"`

/** A row as matching sees it, agents by the ids they go by now. */
export function toldOfRow(row: Row, rootOf: (id: string) => string): Told {
  const { told, body } = row
  const all = (ids: readonly string[]) => [...new Set(ids.map(rootOf))]
  const maybe = (id: string | null) => id && rootOf(id)
  const { points } = told.gist
  return {
    ...told,
    id: row.id,
    article: row.article,
    outlet: maybe(row.outlet),
    published: row.published,
    order: Number(row.order),
    place: row.place,
    source: maybe(row.agent),
    voice: maybe(told.voice),
    relays: all(told.relays),
    cited: all(told.cited),
    to: maybe(told.to),
    stance: row.stance,
    form: body.form,
    cue: body.cue,
    content: body.content,
    words: all(told.words),
    gist: {
      ...told.gist,
      terms: all(told.gist.terms),
      people: all(told.gist.people),
      doers: all(told.gist.doers),
      objects: all(told.gist.objects),
      setting: all(told.gist.setting),
      points: points && { ...points, owner: maybe(points.owner) },
    },
  }
}

/** Every agent that a row names. */
export function agentsOfRow({ agent, outlet, told, body: _ }: Row): readonly string[] {
  const { voice, relays, cited, to, gist } = told
  return [agent, outlet, voice, to, gist.points?.owner, ...relays, ...cited, ...gist.people].filter(id => id != null)
}

/** The parts of a matching's view that are kept in the row's JSON. */
export function toldBodyOf(told: Told, certainty: Certainty): ToldBody {
  const {
    id: _i,
    article: _a,
    outlet: _o,
    published: _p,
    order: _r,
    place: _l,
    source: _s,
    stance: _t,
    cue: _c,
    content: _n,
    form: _f,
    ...rest
  } = told
  return { ...rest, certainty }
}

/** From the first to the last word of a statement. */
export function extentOf({ source, cue, content }: Pick<Statement, "source" | "cue" | "content">): Span {
  const starts = [source?.start, cue?.start, ...content.map(each => each.start)].filter(each => each != null)
  const ends = [source?.end, cue?.end, ...content.map(each => each.end)].filter(each => each != null)
  return { start: Math.min(...starts), end: Math.max(...ends) }
}
