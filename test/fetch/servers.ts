import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http"
import type { AddressInfo, Socket } from "node:net"

/** A web server on this machine that counts who knocks. */
export interface TestServer {
  /** "http://127.0.0.1:40123", without a slash at the end. */
  readonly at: string
  readonly port: number
  readonly connections: () => number
  readonly requests: readonly IncomingMessage[]
  readonly close: () => Promise<void>
}

/** Starts a server on `host` (any of 127.0.0.0/8) that answers as `listener` does. */
export async function serve(listener: RequestListener, host = "127.0.0.1"): Promise<TestServer> {
  const requests: IncomingMessage[] = []
  const sockets: Socket[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    listener(request, response)
  })
  server.on("connection", socket => sockets.push(socket))
  const port = await listening(server, host)
  const close = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>(resolve => server.close(() => resolve()))
  }
  return { at: `http://${host}:${port}`, port, connections: () => sockets.length, requests, close }
}

async function listening(server: Server, host: string): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  return (server.address() as AddressInfo).port
}
