import { idOf } from "../../core/index.ts"

/**
 * Addresses that lead to the same page have the same key: scheme, “www.” and “m.”, upper case of the host, default ports, fragments, trailing
 * slashes, “/amp”, index pages and the tags of campaigns are decoration. Null for what is no web address.
 */
export function pageKey(url: string | null): string | null {
  const [, host = "", port = "", path = "", query = ""] = ADDRESS.exec(url ?? "") ?? []
  if (host === "") return null
  const kept = query.split("&").filter(each => each !== "" && !DECORATION.test(each.split("=")[0]!))
  return `${hostOf(host)}${/^:(?:80|443)$/.test(port) ? "" : port}${plainPath(path)}${kept.length > 0 ? `?${kept.sort().join("&")}` : ""}`
}

/** Host, port, path and query of an address of the web (RFC 3986). */
const ADDRESS = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(:\d+)?([^?#]*)(?:\?([^#]*))?/i

function hostOf(host: string): string {
  return host.toLowerCase().replace(/^(?:www|m|mobile|amp|edition)\./, "")
}

function plainPath(path: string): string {
  return path
    .replace(/\/(?:amp|index\.(?:html?|php|aspx?))\/?$/i, "/")
    .replace(/\.amp(?=$|\.html?$)/i, "")
    .replace(/\/+$/, "")
}

/** The name of an outlet whose page names no publisher: the host. Null for what is no web address. */
export function hostIn(url: string | null): string | null {
  const host = ADDRESS.exec(url ?? "")?.[1]
  return host ? hostOf(host) : null
}

/** Names of parameters that say how a reader came, and not what he reads. */
const DECORATION =
  /^(?:utm_.*|at_(?:medium|campaign|.*)|fb(?:clid|_.*)|gclid|dclid|msclkid|yclid|igshid|mc_(?:cid|eid)|cmp(?:id)?|ito|icid|ncid|partner|smid|smtyp|src|source|ref(?:_.*|errer)?|share|spm|sr_share|taid|via|xtor|_ga|amp|outputtype|output|feature|guccounter|guce_.*|__twitter_impression|soc_.*|ocid|cid|intcmp|mod|s_cid|wpisrc|wpmm|campaign_id|emc|te|nl|rss|ns_.*|traffic_source)$/i

/** The page of an article that no address names is the article alone. */
export function pageOf(key: string | null, article: string): string {
  return key === null ? idOf("page", article) : idOf("page", key)
}
