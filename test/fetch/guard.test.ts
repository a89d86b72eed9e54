import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { FetchFailed, fetchPage, specialRange } from "../../src/fetch/index.ts"
import { serve, type TestServer } from "./servers.ts"

let server: TestServer
beforeAll(async () => {
  server = await serve((_, response) => response.setHeader("content-type", "text/plain").end("Nobody should read this."))
})
afterAll(() => server.close())

/** Every spelling of this machine that an address may hide behind; PORT is where a server listens. */
const SPELLINGS = [
  "http://127.0.0.1:PORT/",
  "http://localhost:PORT/",
  "http://2130706433:PORT/",
  "http://0x7f000001:PORT/",
  "http://0x7f.1:PORT/",
  "http://0177.0.0.1:PORT/",
  "http://017700000001:PORT/",
  "http://127.1:PORT/",
  "http://127.0.0.1.:PORT/",
  "http://127.200.3.4:PORT/",
  "http://0.0.0.0:PORT/",
  "http://0:PORT/",
  "http://[::1]:PORT/",
  "http://[::]:PORT/",
  "http://[0:0:0:0:0:0:0:1]:PORT/",
  "http://[::ffff:127.0.0.1]:PORT/",
  "http://[::ffff:7f00:1]:PORT/",
  "http://[::127.0.0.1]:PORT/",
  "http://[64:ff9b::127.0.0.1]:PORT/",
  "http://[2002:7f00:1::]:PORT/",
  "http://①②⑦.⓪.⓪.①:PORT/",
  "http://%31%32%37.0.0.1:PORT/",
  "https://127.0.0.1:PORT/",
]

describe("an address of this machine is never connected to", () => {
  test.each(SPELLINGS)("%s", async spelling => {
    const before = server.connections()
    const error = await fetchPage(spelling.replace("PORT", String(server.port))).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(FetchFailed)
    expect((error as FetchFailed).rule).toBe("private-address")
    expect((error as FetchFailed).remedy).toContain("--allow-private")
    expect(server.connections()).toBe(before)
  })

  test("a redirect to one is not followed", async () => {
    const lure = await serve((_, response) => response.writeHead(302, { location: `${server.at}/inside` }).end(), "127.0.0.2")
    const before = server.connections()
    const error = await fetchPage(lure.at, { allowPrivate: address => address === "127.0.0.2" }).catch((error: unknown) => error)
    expect((error as FetchFailed).rule).toBe("private-address")
    expect(lure.requests).toHaveLength(1)
    expect(server.connections()).toBe(before)
    await lure.close()
  })

  test("unless it is allowed", async () => {
    const page = await fetchPage(`http://localhost:${server.port}/`, { allowPrivate: true })
    expect(page.kind).toBe("text")
  })
})

describe("special ranges", () => {
  test.each([
    ["127.0.0.1", "loopback"],
    ["10.1.2.3", "private"],
    ["172.16.0.1", "private"],
    ["172.31.255.255", "private"],
    ["192.168.1.1", "private"],
    ["169.254.169.254", "linkLocal"],
    ["100.64.0.1", "carrierGradeNat"],
    ["224.0.0.1", "multicast"],
    ["255.255.255.255", "broadcast"],
    ["0.0.0.0", "unspecified"],
    ["198.18.0.1", "reserved"],
    ["240.0.0.1", "reserved"],
    ["::1", "loopback"],
    ["::", "unspecified"],
    ["fe80::1", "linkLocal"],
    ["fe80::1%eth0", "linkLocal"],
    ["fc00::1", "uniqueLocal"],
    ["fd12:3456::1", "uniqueLocal"],
    ["ff02::1", "multicast"],
    ["fec0::1", "deprecatedSiteLocal"],
    ["::ffff:192.168.1.1", "private"],
    ["64:ff9b::10.0.0.1", "private"],
    ["64:ff9b:1::10.0.0.1", "rfc6052"],
    ["2002:c0a8:101::1", "6to4"],
    ["2001::1", "teredo"],
    ["::10.0.0.1", "private"],
    ["::a00:1", "reserved"],
    ["4000::1", "reserved"],
    ["not an address", "unknown"],
    ["", "unknown"],
  ])("%s is %s", (address, range) => expect(specialRange(address)).toBe(range))

  test.each(["93.184.216.34", "8.8.8.8", "172.32.0.1", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])(
    "%s is public",
    address => expect(specialRange(address)).toBeNull(),
  )
})
