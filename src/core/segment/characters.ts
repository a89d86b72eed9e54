/** What a UTF-16 code unit is to a segmenter. ASCII and Latin-1 are answered by comparison, the rest of the plane by Unicode property. */

const WORD = /[\p{L}\p{M}\p{N}\p{Cf}]/u

export const NEWLINE = 10
export const QUOTE = 34
export const APOSTROPHE = 39
/** Sets the bit by which the small ASCII letters differ from the capitals. */
export const LOWER = 32
export const HYPHEN = 45
export const DOT = 46
export const BACKTICK = 96
export const SINGLE_LEFT = 0x2018
export const SINGLE_RIGHT = 0x2019
export const ELLIPSIS = 0x2026

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** A to Z, and the capitals of Latin-1. */
export function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) || (code > 0xff && isLaterUpper(code))
}

/** a to z, and the small letters of Latin-1. */
export function isLower(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff && code !== 0xf7) || (code > 0xff && isLaterLower(code))
}

/**
 * What words are made of: letters, digits, numerals such as ½, combining marks, and the invisible ones (soft hyphen, zero-width joiner).
 * A lone half of a surrogate pair is none, nor is NaN, which stands for “beyond the text”.
 */
export function isWordPart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  return (code >= 0xc0 && code < 0x2b0 && code !== 0xd7 && code !== 0xf7) || (code >= 128 && WORD.test(String.fromCharCode(code)))
}

/** The apostrophe of the typewriter and that of the typesetter, and ‘ where it stands in for one. */
export function isApostrophe(code: number): boolean {
  return code === SINGLE_RIGHT || code === APOSTROPHE || code === SINGLE_LEFT
}

/** Hyphen-minus, hyphen and non-breaking hyphen: what ties two words to one. */
export function isHyphen(code: number): boolean {
  return code === HYPHEN || code === 0x2010 || code === 0x2011
}

/** The first of the two code units of a character beyond the first plane. */
export function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

/** The second of the two. */
export function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

function isLaterUpper(code: number): boolean {
  return /\p{Lu}/u.test(String.fromCharCode(code))
}

function isLaterLower(code: number): boolean {
  return /\p{Ll}/u.test(String.fromCharCode(code))
}
