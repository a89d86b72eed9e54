import type { z } from "zod"
import type { Page } from "../../core/index.ts"
import { checked } from "../answer.ts"
import { ROUTES } from "../contract/index.ts"
import { checkTexts } from "../guard/address.ts"
import { bodyOf, jsonOf, mediaType } from "../guard/body.ts"
import { Wrong } from "../problems.ts"
import type { World } from "../world.ts"
import type { Given, Source } from "./jobs.ts"

/** Articles as a request hands them in, in JSON or as a form with files. Throws `Wrong`. */
export async function handedIn(
  request: Request,
  pagesIn: World["pagesIn"],
): Promise<{ readonly sources: readonly Source[]; readonly given: Given }> {
  const type = mediaType(request)
  if (type === "multipart/form-data") return ofForm(await formOf(request), pagesIn)
  const value = await jsonOf(request)
  checkTexts(value)
  return ofJson(checked(ROUTES.add.body, value, "body")!)
}

type Articles = z.output<NonNullable<typeof ROUTES.add.body>>

function ofJson({ sources, publisher, published }: Articles): { sources: readonly Source[]; given: Given } {
  return { sources: sources.map(each => (each.kind === "url" ? address(each.url) : pasted(each))), given: givenBy(publisher, published) }
}

function address(url: string): Source {
  return { kind: "url", name: url, url: url.trim() }
}

function pasted({
  text,
  title,
  url,
  authors,
}: {
  readonly text: string
  readonly title?: string | undefined
  readonly url?: string | undefined
  readonly authors?: string[] | undefined
}): Source {
  const name = title ?? "pasted text"
  const page: Page = {
    kind: "record",
    text,
    authors: authors ?? [],
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
  }
  return { kind: "pages", name, pages: () => only({ name, page }) }
}

async function* only<T>(item: T): AsyncIterable<T> {
  yield item
}

/** ISO 8601: "2024-11-10", with a time or without. */
const DATE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

function givenBy(publisher: string | undefined, published: string | undefined): Given {
  if (published !== undefined && (!DATE.test(published) || Number.isNaN(Date.parse(published.slice(0, 10)))))
    throw new Wrong("malformed", `published: ${published} is no date`, "write it as 2024-11-10")
  return { ...(publisher !== undefined && { publisher }), ...(published !== undefined && { published }) }
}

/** Forms are parsed from bytes that were limited before; the parser itself knows no limit. */
async function formOf(request: Request): Promise<FormData> {
  const bytes = await bodyOf(request)
  try {
    return await new Response(bytes, { headers: { "content-type": request.headers.get("content-type") ?? "" } }).formData()
  } catch {
    throw new Wrong("malformed", "the form could not be read", "send it as multipart/form-data with a boundary")
  }
}

const MOST_SOURCES = 200

async function ofForm(form: FormData, pagesIn: World["pagesIn"]): Promise<{ sources: readonly Source[]; given: Given }> {
  const words = (name: string) => form.getAll(name).filter(each => typeof each === "string" && each.trim() !== "") as string[]
  const files = form.getAll("file").filter(each => typeof each !== "string")
  checkTexts(
    {
      url: words("url"),
      text: words("text"),
      publisher: words("publisher"),
      published: words("published"),
      file: files.map(({ name }) => name),
    },
    "form",
  )
  const sources = [
    ...words("url").map(address),
    ...words("text").map(text => pasted({ text })),
    ...(await Promise.all(files.map(file => uploaded(file, pagesIn)))),
  ]
  if (sources.length === 0) throw new Wrong("malformed", "the form holds no article", "give `url`, `text` or `file`")
  if (sources.length > MOST_SOURCES)
    throw new Wrong(
      "too-large",
      `the form holds more than ${MOST_SOURCES} articles`,
      "hand them in in several pieces, or as one file of records",
    )
  return { sources, given: givenBy(words("publisher")[0], words("published")[0]) }
}

/** A file's name is shown and its ending looked at; nothing is ever written or opened under it. */
async function uploaded(file: File, pagesIn: World["pagesIn"]): Promise<Source> {
  const name = file.name.slice(-120)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { kind: "pages", name, pages: () => pagesIn(name, bytes) }
}
