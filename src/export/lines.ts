/** A JSON document with a list in it, one item a line, so that it can be written, and read, without holding all of it. */
export async function* listed(head: string, items: AsyncIterable<object>, foot: string): AsyncGenerator<string> {
  yield head
  let before = ""
  for await (const item of items) {
    yield before + JSON.stringify(item)
    before = ",\n"
  }
  yield foot
}

/** Nodes of linked data in one document: a context, and a graph of one node a line. */
export function graph(context: object | readonly unknown[], nodes: AsyncIterable<object>): AsyncGenerator<string> {
  return listed(`{"@context":${JSON.stringify(context)},"@graph":[\n`, nodes, "\n]}\n")
}

/** An object without what is not known: null and empty lists. */
export function known(given: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)),
  )
}
