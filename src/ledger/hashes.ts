import { idOf } from "../core/index.ts"

/** 64 bits of a word's hash as the database keeps them, a number in decimal digits: an index of numbers is a third of one of words. */
export function bitsOf(word: string): string {
  return bitsOfId(idOf("key", word))
}

/** The 64 bits that an id ends in. */
export function bitsOfId(id: string): string {
  return BigInt.asIntN(64, BigInt(`0x${id.slice(id.lastIndexOf("_") + 1)}`)).toString()
}

/** The id of a kind that ends in these bits. */
export function idOfBits(kind: string, bits: string): string {
  return `${kind}_${BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, "0")}`
}
