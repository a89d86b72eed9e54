import { dateInWords } from "../words.ts"

/** A date in words. EDTF with an unknown year is no valid `datetime` of HTML, and goes without. */
export function When({ value }: { readonly value: string }) {
  const words = dateInWords(value)
  return /^\d{4}/.test(value) && !value.includes("/") ? <time dateTime={value}>{words}</time> : <span>{words}</span>
}
