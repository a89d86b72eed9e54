import type { Element } from "./dom.ts"
import type { Survey } from "./survey.ts"

/** Elements that stand beside an article, never in it. */
const BESIDE = new Set([
  "NAV",
  "ASIDE",
  "FORM",
  "BUTTON",
  "INPUT",
  "LABEL",
  "FIELDSET",
  "DIALOG",
  "MENU",
  "FOOTER",
  "MARQUEE",
  "PROGRESS",
  "METER",
])

/** WAI-ARIA roles of what stands beside an article. */
const BESIDE_ROLES = new Set([
  "navigation",
  "complementary",
  "dialog",
  "alertdialog",
  "menu",
  "menubar",
  "search",
  "contentinfo",
  "banner",
  "toolbar",
  "tablist",
  "status",
  "alert",
])

/** Never left out, whatever they are called: WordPress writes `comments-open` and `has-sidebar` on them. */
const FRAMES = new Set(["HTML", "BODY", "MAIN", "ARTICLE", "HEAD", "H1", "TITLE", "META", "LINK"])

/** Names by which stylesheets call what is not the article, as whole words of a class or id. */
const WORDS = new Set(
  `ad ads advert advertisement advertising adslot adunit dfp gpt sponsor sponsored sponsors promo promos promotion promoted promobox
   newsletter newsletters signup subscribe subscription subscribebox related relateds relatedlinks recirc recirculation recommended recommendations recommendation
   trending popular mostread mostpopular outbrain taboola zergnet revcontent share sharing sharebar sharetools sharedaddy social socials addthis addtoany
   breadcrumb breadcrumbs nav navbar navigation menu sidebar footer pagination pager cookie cookies gdpr consent
   modal popup lightbox overlay toolbar tooltip skip sr screenreader visuallyhidden noprint
   teaser teasers playlist jukebox livefyre disqus facebook twitter-follow follow followus masthead copyright disclaimer
   comment comments commentlist respond replies webform poll polls quiz widget widgets donate donation tagcloud hashtags`
    .split(/\s+/)
    .filter(Boolean),
)

/** Pairs of words that say it only together. */
const PHRASES =
  /read[-_ ]?(?:more|next|also)|(?:more|also|other|latest|top|next|recent|similar)[-_ ]?(?:stories|story|articles|news|posts|like|from|coverage|on)(?![a-z])|most[-_ ](?:read|popular|viewed)|you[-_ ]?(?:may|might)|see[-_ ]also|email[-_ ]?(?:alert|sign|article)|sign[-_ ]?up|call[-_ ]?to[-_ ]?action|(?:author|writer)[-_ ](?:bio|box|info|card)|about[-_ ](?:the[-_ ])?author|post[-_ ]?(?:nav|tags|meta)|article[-_ ]?(?:tags|nav|tools|actions|footer)|entry[-_ ]?(?:meta|utility|footer)|visually[-_ ]?hidden|screen[-_ ]?reader|sr[-_ ]only|inline[-_ ](?:links|promo)|rich[-_ ]?link|link[-_ ]?list|tag[-_ ]?list|fb[-_ ]like|jp[-_ ](?:relatedposts|post-flair)|print[-_ ](?:only|article)|story[-_ ]?(?:tools|links)/i

/** What keeps an element although it is called one of these: that it holds the page's heading or much of its prose. */
const MUCH = 0.4

/**
 * Takes out of the page what is beside the article: navigation, advertisement, boxes for newsletters and related stories, comments,
 * and what is hidden. What remains is for Readability to weigh. Elements are known by their tags and, if `by` says so, by what stylesheets call them.
 */
export function removeClutter({ elements, letters, linked }: Survey, by: "tags" | "names"): void {
  const total = letters[0]! - linked[0]!
  const gone = new Set<Element>()
  for (const [place, element] of elements.entries()) {
    const parent = element.parentElement
    if (parent && gone.has(parent)) {
      gone.add(element)
      continue
    }
    if (FRAMES.has(element.tagName)) continue
    const prose = letters[place]! - linked[place]!
    if (
      isHidden(element) ||
      ((isBesideByTag(element) || (by === "names" && isBesideByName(element))) && prose < total * MUCH && !element.querySelector("h1"))
    ) {
      gone.add(element)
      element.remove()
    }
  }
}

function isBesideByTag(element: Element): boolean {
  return BESIDE.has(element.tagName) || BESIDE_ROLES.has(element.getAttribute("role") ?? "")
}

function isBesideByName(element: Element): boolean {
  const name = `${element.className} ${element.id}`
  if (name.length < 3) return false
  return PHRASES.test(name) || wordsOf(name).some(word => WORDS.has(word))
}

/** “relatedBox--wide” is related, box, wide. */
function wordsOf(name: string): string[] {
  return name
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
}

/** Hidden from everybody who looks at the page. What only screen readers are spared (`aria-hidden`) may be drawn text. */
function isHidden(element: Element): boolean {
  if (element.hasAttribute("hidden")) return true
  const style = element.getAttribute("style")
  return style !== null && /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i.test(style)
}
