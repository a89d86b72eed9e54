import type { ArticleSheet } from "../contract.ts"
import type { Span } from "../parts/index.ts"

/**
 * The article's sentences in order. Where something is said they are the reader's own; what lies between is cut by the browser
 * (https://unicode.org/reports/tr29/#Sentence_Boundaries), which is good enough to be pointed at.
 */
export function sentencesOf({ text, blocks, evidence }: ArticleSheet): readonly Span[] {
  const read = joined(evidence.map(({ sentence }) => ({ start: sentence.start, end: sentence.end })))
  const cutter = new Intl.Segmenter("en", { granularity: "sentence" })
  const all = blocks.length > 0 ? blocks : [{ start: 0, end: text.length }]
  const between = all
    .flatMap(block => gaps(block, read))
    .flatMap(gap =>
      [...cutter.segment(text.slice(gap.start, gap.end))]
        .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
        .map(({ index, segment }) => ({ start: gap.start + index, end: gap.start + index + segment.trimEnd().length })),
    )
  return [...read, ...between].sort((a, b) => a.start - b.start)
}

/** Spans that overlap become one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1)
    if (last && span.start < last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else out.push(span)
  }
  return out
}

/** What a block has besides the spans. */
function gaps({ start, end }: Span, spans: readonly Span[]): readonly Span[] {
  const out: Span[] = []
  let from = start
  for (const span of spans) {
    if (span.end <= start || span.start >= end) continue
    if (span.start > from) out.push({ start: from, end: span.start })
    from = Math.max(from, span.end)
  }
  if (from < end) out.push({ start: from, end })
  return out
}

export function sentenceAt(sentences: readonly Span[], at: number | null): Span | null {
  if (at === null) return null
  return sentences.find(({ start, end }) => at >= start && at < end) ?? null
}
