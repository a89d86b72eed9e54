import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { getRequestListener } from "@hono/node-server"
import type { App } from "./app.ts"
import { problemOf, Wrong } from "./problems.ts"

/** How long a listener waits, in milliseconds, and how much it takes in. */
export interface Patience {
  /** For the header of a request; default 10,000. */
  readonly headerMs?: number
  /** For a request as a whole; default 60,000. Who sends slower is told so, and let go. */
  readonly requestMs?: number
  /** Connections at once; default 1000. */
  readonly connections?: number
}

/** A server on a socket. */
export interface Listening {
  /** "http://127.0.0.1:4177". */
  readonly url: string
  /** Takes no more, lets what is under way come to its end, for some seconds at most, and closes. */
  readonly stop: () => Promise<void>
}

const LARGEST_HEADER_BYTES = 16_384
const CHECK_MS = 1000
const GRACE_MS = 5000

/** Listens on an address of this machine. Port 0 takes any that is free. Rejects where the port is taken. */
export async function listen(app: App, host: string, port: number, patience: Patience = {}): Promise<Listening> {
  const { headerMs = 10_000, requestMs = 60_000, connections = 1000 } = patience
  const limits = {
    maxHeaderSize: LARGEST_HEADER_BYTES,
    headersTimeout: headerMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: CHECK_MS,
    keepAliveTimeout: 5000,
  }
  const server = createServer(limits, listenerFor(app))
  server.maxConnections = connections
  await bound(server, host, port)
  const { address, port: taken } = server.address() as AddressInfo
  return { url: `http://${address.includes(":") ? `[${address}]` : address}:${taken}`, stop: () => stopped(server, app) }
}

function listenerFor(app: App): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  const answer = getRequestListener(
    (request, { incoming }) => app.fetch(request, (incoming as IncomingMessage).socket.remoteAddress ?? "unknown"),
    // What is no request that a server can be asked at all: a broken Host, a method without a meaning.
    {
      overrideGlobalObjects: false,
      errorHandler: () => problemOf(new Wrong("malformed", "the request is none", "check its address, its method and its Host"), "GET"),
    },
  )
  return (incoming, outgoing) => void answer(incoming, outgoing)
}

function bound(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen({ host, port }, () => {
      server.off("error", reject)
      resolve()
    })
  })
}

async function stopped(server: Server, app: App): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await app.stop()
  server.closeIdleConnections()
  await closed
  clearTimeout(grace)
}
