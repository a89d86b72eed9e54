import { Wrong } from "./problems.ts"

/** One event of a stream (server-sent events, HTML standard 9.2). */
export interface Event {
  readonly name: string
  readonly data: unknown
  readonly id?: string
}

/** Sends events for as long as the listener stays. `start` is given how to send and how to end, and gives what to do when it is over. */
export type Start = (send: (event: Event) => void, end: () => void) => () => void

const MOST_STREAMS = 200
const BEAT_MS = 20_000
/** Events that a listener has not taken yet; one who is further behind is let go, and comes back with `Last-Event-ID`. */
const MOST_BEHIND = 500

/** Streams of events that are open, of all listeners. */
export class Streams {
  readonly #open = new Set<() => void>()

  /** An answer that goes on. Throws `Wrong` where too many listen. */
  open(start: Start): Response {
    if (this.#open.size >= MOST_STREAMS)
      throw new Wrong("unavailable", "too many are listening", "try again later", { headers: { "retry-after": "60" } })
    let close = () => {}
    const body = new ReadableStream<Uint8Array>(
      {
        start: out => {
          close = this.#start(out, start)
        },
        cancel: () => close(),
      },
      new CountQueuingStrategy({ highWaterMark: MOST_BEHIND }),
    )
    return new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" } })
  }

  /** Ends all streams. */
  close(): void {
    for (const close of [...this.#open]) close()
  }

  #start(out: ReadableStreamDefaultController<Uint8Array>, start: Start): () => void {
    let stop = () => {}
    const close = () => {
      if (!this.#open.delete(close)) return
      clearInterval(beat)
      stop()
      try {
        out.close()
      } catch {} // The listener has gone already.
    }
    const write = (text: string) => {
      if (!this.#open.has(close)) return
      if ((out.desiredSize ?? 0) <= 0) return close()
      out.enqueue(new TextEncoder().encode(text))
    }
    const beat = setInterval(() => write(": here\n\n"), BEAT_MS)
    beat.unref?.()
    this.#open.add(close)
    write("retry: 3000\n\n")
    stop = start(event => write(textOf(event)), close)
    if (!this.#open.has(close)) stop()
    return close
  }
}

/** JSON has no line breaks of its own, so that an event is one line of data. */
function textOf({ name, data, id }: Event): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
