import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"
import { hasArrived } from "../place.ts"

/** Letters of a heading that would fill a small screen. */
const LONG = 150

/** The heading of a page. Where a link led here it takes the focus, so that a screen reader tells the new page. `title` names the window. */
export function Heading({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title === "Hearsay" ? title : `${title} · Hearsay`
  }, [title])
  useEffect(() => {
    if (hasArrived()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} dir="auto" class={title.length > LONG ? "long" : undefined}>
      {children}
    </h1>
  )
}
