import { Unreadable } from "../data.ts"

/** The slice of the Encoding Standard's TextDecoder that is needed here: Node and every browser have it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly ignoreBOM: boolean },
) => {
  readonly encoding: string
  decode(bytes: Uint8Array): string
}

/** The largest page that is read, in bytes or in UTF-16 code units. The longest live blogs are a tenth of it. */
const LARGEST_PAGE = 20_000_000

/** How far into a page its `<meta charset>` is looked for: four times what the HTML standard asks, since pages overrun it. */
const META_REACH_BYTES = 4096

/**
 * The characters behind the bytes of a page, a byte-order mark included, so that offsets count from the first byte.
 * The charset is that of the mark, else of `charset` (the Content-Type header), else of `<meta>`, else UTF-8; bytes that are plainly
 * not UTF-8 although nothing else was said, or although UTF-8 was, are read as windows-1252.
 * Throws `Unreadable` for what is too large, and for pictures, archives and other bytes that are no text.
 */
export function decode(bytes: Uint8Array, charset?: string): string {
  if (bytes.length > LARGEST_PAGE) throw tooLarge(bytes.length)
  refuseMagic(bytes)
  const label = labelByMark(bytes) ?? labelByZeros(bytes) ?? known(charset) ?? known(labelByMeta(bytes)) ?? "utf-8"
  const text = decodeAs(label, bytes)
  return label === "utf-8" && misread(text) ? decodeAs("windows-1252", bytes) : text
}

/** Throws `Unreadable` for a text that is too large, empty, no text at all, or full of characters that could not be decoded. */
export function refuseUnfit(text: string): void {
  if (text.length > LARGEST_PAGE) throw tooLarge(text.length)
  if (!/\S/.test(text)) throw new Unreadable("empty", "it holds no text", "save it again, or check that it is the file you meant")
  if (text.includes("\u0000")) throw binary("bytes that are no text")
  const { letters, lost, controls } = census(text)
  if (controls > letters * CONTROL_SHARE) throw binary("bytes that are no text")
  if (lost > letters * LOST_SHARE) {
    const reason = `${lost} of its characters cannot be read in the charset it claims`
    throw new Unreadable("charset", reason, "save it again as UTF-8")
  }
}

/** How many characters in a hundred may be lost or control characters before the text is not worth reading. */
const LOST_SHARE = 0.05
const CONTROL_SHARE = 0.05

interface Census {
  readonly letters: number
  /** U+FFFD, which stands for bytes that mean nothing in the charset. */
  readonly lost: number
  /** Control characters other than tab, line and page breaks, and the escape of terminals. */
  readonly controls: number
}

function census(text: string): Census {
  let lost = 0
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) lost++
    else if (code < 32 && (code < 9 || code > 13) && code !== 27) controls++
  }
  return { letters: text.length - lost - controls, lost, controls }
}

/** Whether UTF-8 was the wrong guess: more of the characters beyond ASCII were lost than were read. */
function misread(text: string): boolean {
  let lost = 0
  let read = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) lost++
    else if (code > 127) read++
  }
  return lost > read
}

function decodeAs(label: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  const text = decoder.decode(bytes)
  return decoder.encoding === "windows-1252" ? withQuotationMarks(text) : text
}

/** Node 20 decodes windows-1252 as Latin 1, where its quotation marks and dashes are control characters. */
function withQuotationMarks(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, control => WINDOWS_1252[control.charCodeAt(0) - 0x80]!)
}

/** What 0x80 to 0x9F stand for (Encoding Standard, index windows-1252). */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

/** The label as the Encoding Standard knows it; null for none, or for one that it does not know: a header may say anything. */
function known(label: string | null | undefined): string | null {
  const plain = label?.trim().toLowerCase()
  if (!plain) return null
  if (plain === "utf8" || plain === "utf-8") return "utf-8"
  try {
    decodeAs(plain, new Uint8Array())
    return plain
  } catch {
    return null
  }
}

function labelByMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8"
  if (first === 0xff && second === 0xfe) return "utf-16le"
  if (first === 0xfe && second === 0xff) return "utf-16be"
  return null
}

/** UTF-16 without its mark: in Western text every other byte is zero. */
function labelByZeros(bytes: Uint8Array): string | null {
  const count = Math.min(bytes.length, 512) & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < count; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const most = (count / 2) * 0.7
  if (count < 8) return null
  if (odd > most && even === 0) return "utf-16le"
  return even > most && odd === 0 ? "utf-16be" : null
}

/** The standard's rule: a page that could be read so far was no UTF-16, whatever it says of itself. */
function labelByMeta(bytes: Uint8Array): string | null {
  const start = decodeAs("windows-1252", bytes.subarray(0, META_REACH_BYTES))
  const label = /<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})/i.exec(start)?.[1] ?? null
  return label && /^utf-16/i.test(label) ? "utf-8" : label
}

/** How files begin that are no pages: the marks by which `file` knows them. */
const MAGIC: readonly (readonly [start: string, what: string])[] = [
  ["%PDF-", "a PDF"],
  ["PK\u0003\u0004", "a ZIP archive or a word processor's document"],
  ["\u00d0\u00cf\u0011\u00e0", "a word processor's document"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
  ["GIF8", "a picture"],
  ["RIFF", "a picture or a sound"],
  ["\u001f\u008b", "a gzip archive"],
  ["BZh", "a bzip2 archive"],
  ["\u00fd7zXZ", "an xz archive"],
  ["7z\u00bc\u00af", "a 7-Zip archive"],
  ["(\u00b5/\u00fd", "a Zstandard archive"],
  ["\u007fELF", "a program"],
  ["OggS", "a sound"],
  ["ID3", "a sound"],
  ["wOF", "a typeface"],
]

function refuseMagic(bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  for (const [magic, what] of MAGIC) if (start.startsWith(magic)) throw binary(what)
}

function binary(what: string): Unreadable {
  return new Unreadable("binary", `it holds ${what}, not a page`, "save the article as HTML or plain text and read that")
}

function tooLarge(size: number): Unreadable {
  const reason = `it is too large: ${Math.ceil(size / 1e6)} million characters, where ${LARGEST_PAGE / 1e6} are the most`
  return new Unreadable("too-large", reason, "save the article's own page, or pass its text")
}
