import { useEffect, useState } from "preact/hooks"
import { ask, useAnswer } from "./answers.ts"
import { asTrouble, type Trouble } from "./problem.ts"

interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** A list as far as it was asked for. */
export interface Listed<T> {
  /** Null until the first part has come. */
  readonly items: readonly T[] | null
  /** Asks for the next part; null at the end. */
  readonly more: (() => void) | null
  readonly waiting: boolean
  readonly trouble: Trouble | null
}

/** A list of the server's, part by part. */
export function useList<T>(path: string | null): Listed<T> {
  const first = useAnswer<Page<T>>(path)
  const [rest, setRest] = useState<readonly Page<T>[]>([])
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    setRest([])
    setTrouble(null)
  }, [first.answer])
  const pages = first.answer ? [first.answer, ...rest] : []
  const next = pages.at(-1)?.next ?? null
  const more = async () => {
    if (isAsking) return
    setAsking(true)
    setTrouble(null)
    try {
      const page = await ask<Page<T>>(`${path}${path?.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(next ?? "")}`)
      setRest(before => [...before, page])
    } catch (thrown) {
      setTrouble(asTrouble(thrown))
    }
    setAsking(false)
  }
  return {
    items: first.answer ? pages.flatMap(page => page.items) : null,
    more: next === null ? null : () => void more(),
    waiting: first.waiting || isAsking,
    trouble: first.trouble ?? trouble,
  }
}
