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

/** The parts of a list that came after its first. */
interface Later<T> {
  readonly path: string | null
  readonly pages: readonly Page<T>[]
}

/** A list of the server's, part by part. Where everything is asked again, as many parts are asked for as were shown. */
export function useList<T>(path: string | null): Listed<T> {
  const first = useAnswer<Page<T>>(path)
  const [later, setLater] = useState<Later<T>>({ path, pages: [] })
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isAsking, setAsking] = useState(false)
  const shown = later.path === path ? later.pages : []
  const pages = first.answer ? [first.answer, ...shown] : []
  const next = pages.at(-1)?.next ?? null
  const fail = (thrown: unknown) => setTrouble(asTrouble(thrown))
  useEffect(() => {
    setTrouble(null)
    if (path === null || !first.answer || shown.length === 0) return
    let gone = false
    followed<T>(path, first.answer.next, shown.length).then(found => gone || setLater({ path, pages: found }), fail)
    return () => {
      gone = true
    }
  }, [first.answer])
  const more = async () => {
    if (isAsking || path === null) return
    setAsking(true)
    setTrouble(null)
    await followed<T>(path, next, 1).then(found => setLater({ path, pages: [...shown, ...found] }), fail)
    setAsking(false)
  }
  return {
    items: first.answer ? pages.flatMap(page => page.items) : null,
    more: next === null ? null : () => void more(),
    waiting: first.waiting || isAsking,
    trouble: first.trouble ?? trouble,
  }
}

/** So many parts of a list from a place on, or as many as there are. */
async function followed<T>(path: string, from: string | null, most: number): Promise<readonly Page<T>[]> {
  const pages: Page<T>[] = []
  for (let next = from; next !== null && pages.length < most; next = pages.at(-1)!.next) {
    const address = new URL(path, location.origin)
    address.searchParams.set("cursor", next)
    pages.push(await ask<Page<T>>(address.pathname + address.search))
  }
  return pages
}
