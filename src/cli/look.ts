import type { Look } from "../core/index.ts"

const MAX_COLUMNS = 80
const MIN_COLUMNS = 40

/** How text is drawn where no terminal is. */
export const PLAIN: Look = { columns: MAX_COLUMNS, colour: false }

/** Colours only for a terminal that has them; `NO_COLOR`, `FORCE_COLOR` and `TERM` are heard by `hasColors`. */
export function lookOf(stream: NodeJS.WriteStream): Look {
  if (!stream.isTTY) return PLAIN
  return { columns: Math.max(MIN_COLUMNS, Math.min(stream.columns, MAX_COLUMNS)), colour: stream.hasColors() }
}
