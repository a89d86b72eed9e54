import { lookup as systemLookup } from "node:dns"
import { isIP, type LookupFunction } from "node:net"
import ipaddr from "ipaddr.js"
import { buildConnector } from "undici"
import { FetchFailed } from "./failure.ts"

/** Whether a connection to an address in a special range is wished for all the same. */
export type Allows = (address: string) => boolean

/**
 * The special range an IP address lies in ("loopback", "private", "linkLocal", "uniqueLocal", "carrierGradeNat", "6to4", …),
 * or null for a public one. IPv4 inside IPv6 (mapped, RFC 4291; NAT64, RFC 6052) is judged by the address inside, so that
 * IPv6-only networks can still reach IPv4 pages. Of IPv6 only the space given out for public use (2000::/3, RFC 4291) counts
 * as public. What is no address at all is "unknown".
 */
export function specialRange(address: string): string | null {
  if (!ipaddr.isValid(address)) return "unknown"
  const parsed = ipaddr.process(address)
  const range = parsed.range()
  if (parsed instanceof ipaddr.IPv4) return range === "unicast" ? null : range
  if (parsed.match(NAT64)) return specialRange(parsed.toByteArray().slice(-4).join("."))
  if (range === "unicast" && !parsed.match(GLOBAL_UNICAST)) return "reserved"
  return range === "unicast" ? null : range
}

const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96")
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3")

/**
 * Opens connections to public addresses, and to others that `allows` lets through. The check is made three times, since each
 * sees what the others miss: on an address written out in the URL (which no `lookup` hook is asked about; the URL parser has
 * already turned 2130706433, 0x7f.1 and 0177.0.0.1 into 127.0.0.1), on what the name resolves to (the very addresses then
 * connected to, so a second answer of the name server changes nothing), and on the far end of the open socket.
 */
export function guardedConnector(timeoutMs: number, allows: Allows): buildConnector.connector {
  const refuses = (address: string) => specialRange(address) !== null && !allows(address)
  const connect = buildConnector({ timeout: timeoutMs, lookup: guardedLookup(refuses), autoSelectFamily: true })
  return (target, callback) => {
    if (isIP(target.hostname) && refuses(target.hostname)) return callback(privateAddress(target.hostname), null)
    connect(target, (error, socket) => {
      if (error) return callback(error, null)
      const far = socket.remoteAddress ?? ""
      if (!refuses(far)) return callback(null, socket)
      socket.destroy()
      callback(privateAddress(far), null)
    })
  }
}

/** Resolves a name to those of its addresses that may be connected to; fails when there is none. */
function guardedLookup(refuses: (address: string) => boolean): LookupFunction {
  return (name, options, callback) => {
    systemLookup(name, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "")
      const open = found.filter(({ address }) => !refuses(address))
      const [first] = open
      if (!first) return callback(privateAddress(found[0]?.address ?? name, name), "")
      if (options.all) callback(null, open)
      else callback(null, first.address, first.family)
    })
  }
}

function privateAddress(address: string, name?: string): FetchFailed {
  const where = name && name !== address ? `${name} is ${address}` : address
  const range = specialRange(address)
  return new FetchFailed("private-address", `${where}, ${RANGE_NAMES[range ?? ""] ?? "a reserved address"}, which is not connected to`, {
    remedy: "give --allow-private if you trust it",
  })
}

const RANGE_NAMES: Readonly<Record<string, string>> = {
  loopback: "this very machine",
  private: "an address of a private network",
  uniqueLocal: "an address of a private network",
  carrierGradeNat: "an address of a private network",
  linkLocal: "a link-local address",
  multicast: "a multicast address",
  broadcast: "a broadcast address",
  unspecified: "an unspecified address",
  "6to4": "a tunnel to another address",
  teredo: "a tunnel to another address",
}
