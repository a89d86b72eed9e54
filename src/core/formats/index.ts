import { brat } from "./brat.ts"
import { csv } from "./csv.ts"
import type { Format } from "./format.ts"
import { html } from "./html/index.ts"
import { json, jsonl } from "./json.ts"
import { webannotation } from "./webannotation.ts"

export { ANNOTATION_CONTEXT, type Annotated, annotation } from "./annotation.ts"
export { type Board, boardOf, counted, type Entry, placeOf, STANCES, type Voice } from "./board.ts"
export { type Cell, CSV_BEGINS, csvLine } from "./csv.ts"
export type { Format } from "./format.ts"
export { iriOf, named, TERMS } from "./linked.ts"
export { codePoints } from "./points.ts"
export { STANCE_WORDS, type Told, type Who } from "./told.ts"
export { dateInWords } from "./when.ts"

/** Every way a reading is laid down, by the names that `--format` knows; text for a terminal is drawn, in `draw`. */
export const FORMATS: readonly Format[] = [json, jsonl, html, brat, csv, webannotation]
