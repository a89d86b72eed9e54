/** What a line says that is no prose: who wrote, when, who took the picture, what to press. Lines come normalised, without white space at their ends. */

const AGENCY =
  "(?:The )?Associated Press|AP(?: Photo| Images)?|AFP|Agence France-Presse|Reuters|Getty(?: Images)?|EPA(?:-EFE)?|EFE|Bloomberg(?: News)?|Pool(?: Photo)?|Press Association|PA(?: Wire| Images)?|UPI|Xinhua|TASS|Sputnik|Shutterstock|Alamy|Zuma(?: Press)?|Anadolu(?: Agency)?|NurPhoto|Flickr|Wikimedia(?: Commons)?|Magnum(?: Photos)?|Redux|Polaris|Corbis|Unsplash|Pexels|iStock(?:photo)?|DPA|ANP|Kyodo(?: News)?|Handout|File(?: Photo)?|CC BY(?:-[A-Z]{2})*(?: \\d\\.\\d)?"
/** Agencies whose name in brackets, or alone behind a sentence, can be nothing but a credit; “(EPA)” is an agency of another kind. */
const PLAIN_AGENCY = "(?:The )?Associated Press|AP|AFP|REUTERS|Reuters|(?:AFP|AP)?/?Getty(?: Images)?|Shutterstock|Alamy|iStock(?:photo)?"
const WHO = "[\\p{Lu}@][\\p{L}.'’-]{0,30}(?: (?:de|van|von|der|la|el|al|bin|of|the|for|[\\p{Lu}@][\\p{L}\\d.'’-]{0,30})){0,6}"

/** How credits look, each at the end of a caption or alone. */
const CREDITS: readonly RegExp[] = [
  // “The bridge at dusk. (Courtesy of the port)”, “(Photo by Ana Ruiz)”, “(Harbor Post photo: Ana Ruiz)”
  /\((?:(?:file |staff )?(?:photo|image|picture|photograph|courtesy|credit|illustration|graphic)s?(?: ?:| by\b| courtesy\b| of\b| via\b|\/)|[^():]{2,30} photo:|h\/t )[^()]{2,100}\)\.?$/iu,
  // “The bridge at dusk. (AP Photo/Ana Ruiz)”, “(Reuters)”, “(Tom Pell / Harbor Post)”, “(Ana Ruiz via AP, Pool)”
  new RegExp(
    `\\((?:(?:${PLAIN_AGENCY})(?: (?:Photos?|Images))?(?:[/,] ?[^()]{0,60})?|(?:[^()/]{2,50}(?: ?/ ?| via )){1,3}(?:${AGENCY}|REUTERS)(?:, (?:Pool|File))?|${WHO} ?/ ?${WHO})\\.?\\)\\.?$`,
    "u",
  ),
  // “The bridge at dusk. Photo: Ana Ruiz”, “Image credit: Harbor Post”, “Photograph by Tom Pell”
  /(?:^|(?<=[.!?)”"’'…] ?))(?:(?:file |staff |stock |handout )?(?:photo(?:graph)?s?|image|picture|illustration|graphic|video)(?: ?credit| ?courtesy)?(?: ?:| by| courtesy of| via)|(?:photo |image |picture )?credits?:|courtesy(?: of|:)|©)(?![^.!?]*, (?:we|you|they|the|it|he|she)\b) ?[^.!?]{2,100}\.?$/i,
  // “The bridge at dusk. Ana Ruiz/Pool/AFP via Getty Images”, “Ana Ruiz via Getty Images”; not “… an adviser to Michael R. Bloomberg.”
  new RegExp(
    `(?:^|(?<=[.!?)”"’'…] )(?<!\\b\\p{Lu}\\. ))(?:${WHO} ?[/|–-] ?|${WHO}, ){0,3}(?:${WHO} via )?(?:${WHO} ?[/|] ?|${WHO} via )(?:${AGENCY}|REUTERS)(?: ?/ ?(?:${WHO}|${AGENCY})){0,2}(?: (?:via|for) (?:${AGENCY}|REUTERS|${WHO}))?\\.?$`,
    "u",
  ),
  // “Getty Images”, “AP”, “REUTERS/Ana Ruiz/File Photo”, “The bridge at dusk. AP/Ana Ruiz”
  new RegExp(
    `(?:^|(?<=[.!?)”"’'…] )(?<!\\b\\p{Lu}\\. ))(?:${PLAIN_AGENCY})(?: (?:Photos?|Images))?(?: ?/ ?(?:${WHO}|${AGENCY})){0,3}$`,
    "u",
  ),
]

/** Captions are short: a longer paragraph that ends in “… Reuters” is prose. */
const LONGEST_CAPTION = 600

/** Where the credit begins that ends this line: 0 when the line is nothing else, -1 when there is none. */
export function creditStart(line: string): number {
  if (line.length > LONGEST_CAPTION) return -1
  const from = Math.max(0, line.length - 160)
  const end = line.slice(from)
  for (const credit of CREDITS) {
    const at = end.search(credit)
    // A window that cuts the line may not make its edge a beginning.
    if (at >= 0 && !(at === 0 && from > 0)) return from + at
  }
  return -1
}

/** Words that stamps are made of, besides numbers. */
const STAMP_WORDS = new Set(
  `updated published posted modified last first originally created issued date time on at the of by and hour hours hr hrs minute minutes min mins second seconds day days week weeks month months year years ago
   jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december
   mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday today yesterday
   am pm a m p et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist z st nd rd th eastern central pacific daylight standard
   read reading`.split(/\s+/),
)
const STAMP_LEAD = /^(?:last |first |originally )?(?:updated|published|posted|modified|date)\b/i

/** “Updated:”, “Nov. 11, 2024, 5:32 p.m. ET”, “Published 3 hours ago”, “5 min read”. */
export function isStamp(line: string): boolean {
  if (line.length > 120 || !(/\d/.test(line) || STAMP_LEAD.test(line))) return false
  const words = line.toLowerCase().match(/[\p{L}]+/gu) ?? []
  return words.length <= 16 && words.every(word => STAMP_WORDS.has(word))
}

/** How a name begins and goes on in a byline. */
const NAME = "(?:[\\p{Lu}][\\p{L}.'’-]*|(?:de|del|della|der|den|van|von|la|le|al|el|bin|ibn|di|da|dos|y|ben|abu)(?= ))"
const NAMES = `${NAME}(?: ${NAME}){0,4}`
const TAIL = "(?:Jr|Sr|II|III)\\.?"
const OFFICE =
  "(?:[\\p{L}.'’&-]+ ){0,5}(?:Staff|Writers?|Reporters?|Editors?|Correspondents?|Columnists?|Contributors?|Bureau|Press|News|Post|Times|Tribune|Herald|Journal|Reuters|AP|AFP|CNN|BBC|NPR|Bloomberg|Service|Desk|Team|Online|Magazine|Today)(?: [\\p{L}.'’&-]+){0,4}"

/** “By Ana Ruiz”, “By Ana Ruiz and Tom Pell, Staff Writers”, “Story by Ana Ruiz | Harbor Post”. Not “By Friday, the bridge was shut.” */
const BY = new RegExp(
  `^(?:(?:Story |Words |Text |Written |Reported |Report |Posted |Analysis |Opinion )?(?:[Bb]y|BY):? |Authors?: |From )${NAMES}(?:,? ${TAIL})?(?:(?:, | and | & | with |, and |; ?)${NAMES})*(?:(?:,| -| –| —| \\||/|;| of| for| in| at)?\\s*${OFFICE})?(?:\\s*[|•·–—,-]?\\s*@[\\w.]+|\\s*[\\w.+-]+@[\\w.-]+)?\\.?$`,
  "u",
)
/** “(Reporting by Ana Ruiz; Editing by Tom Pell)”, “Additional reporting by …”. */
const REPORTING =
  /^\(?(?:additional |further )?(?:reporting|writing|editing|compiled|edited|translation|translated)\b[^.!?]{0,40}? by \p{Lu}[^!?]{2,200}\)?$/iu
/** “Ana Ruiz, Staff Writer”, “Ana Ruiz | Harbor Post”, “Ana Ruiz @anaruiz”. */
/** “Ana Ruiz contributed reporting from Port Salloway.”, “Ana Ruiz and Tom Pell contributed to this report.” */
const CONTRIBUTED = new RegExp(
  `^${NAMES}(?:(?:, | and |, and )${NAMES}){0,4}(?: in [\\p{L} ]{2,40})? (?:also )?contributed (?:reporting|to this (?:report|story|article))\\b.{0,80}$`,
  "u",
)
const SIGNED = new RegExp(
  `^${NAME}(?: ${NAME}){1,4}(?:(?: and | & )${NAMES})?(?:(?:,| \\|| -| –| —|/) ?${OFFICE}|,? ?\\(?@\\w{2,30}\\)?)$`,
  "u",
)
const BARE = new RegExp(`^${NAMES}(?:,? ${TAIL})?(?:(?:, | and | & )${NAMES}){0,3}$`, "u")

/** Whether a line names who wrote, and does nothing else. */
export function isByline(line: string): boolean {
  if (line.length > 200) return false
  return (
    REPORTING.test(line) ||
    CONTRIBUTED.test(line) ||
    ((BY.test(line) || SIGNED.test(line)) && !endsSentence(line)) ||
    isCapitalsByline(line)
  )
}

/** “BY ANA RUIZ”. */
function isCapitalsByline(line: string): boolean {
  return /^BY [\p{Lu}.'’ ,-]{5,80}$/u.test(line) && line.split(" ").length <= 9
}

/** “Ana Ruiz”: two to four words that could be a name; only its place tells that it is a byline. */
export function isBareName(line: string): boolean {
  const words = line.split(/\s+/)
  return (
    line.length <= 60 &&
    words.length >= 2 &&
    words.length <= 8 &&
    BARE.test(line) &&
    !words.some(word => NO_NAMES.has(word.toLowerCase().replace(/\W/g, "")))
  )
}

/** What titles have and names have not. */
const NO_NAMES = new Set(
  "the a an in on at for to with is are was were says said how why what when who news update live watch video read more top latest breaking world politics opinion sports business about share comments house senate court president election city county state police bill act law war day week year".split(
    " ",
  ),
)

/** A full stop that is not that of “Jr.”, an initial or “a.m.”. */
function endsSentence(line: string): boolean {
  return /[!?]["”’)]*$/.test(line) || (/\.["”’)]*$/.test(line) && !/(?:\b\p{Lu}|\bJr|\bSr|\.[a-z])\.$/u.test(line))
}

/** Lines that are the page's and not the reporter's. Each stands above the line that taught it. */
const LEFTOVERS: readonly RegExp[] = [
  // “0:00”, “1:23 / 4:56”, “5,263”, “1 of 12”
  /^[\d\s:.,/|+-]{1,20}$|^\d{1,3} (?:of|\/) \d{1,3}$/,
  // “Advertisement”, “Advertisement - Story continues below”
  /^\(?(?:advertise?ments?|sponsored(?: content)?|promoted|ad)\)?(?: ?[-–—:(.·|] ?.{0,60}|\.)?$/i,
  // “Story continues below advertisement”, “Article continues after this ad”, “Scroll to continue”
  /^(?:the )?(?:story|article|post) continue[sd]? (?:below|after)\b.{0,40}$|^(?:continue reading|keep scrolling|scroll (?:down )?(?:to|for)|skip (?:to|past|ad))\b.{0,60}$/i,
  // “This article is more than 3 months old”
  /^this (?:article|story) is (?:more than|over) \d+ (?:days?|weeks?|months?|years?) old\.?$/i,
  // “Share”, “Share this story”, “Share on Facebook”, “Tweet”, “Print”, “Email this”
  /^(?:share|tweet|pin|like|email|e-mail|print|save|copy link|bookmark|comments?|whatsapp|facebook|twitter|linkedin|reddit|pinterest|telegram|follow|subscribe|enlarge|expand|close|hide caption|toggle caption|play|pause|listen|watch|menu|search|home|loading|more|gallery|click to enlarge|view gallery|view comments|leave a comment|log in|login|sign in|sign up|register|back to top|top stories|image|photos?|video|next|previous|getty|caption|file|abstract|full text|x)(?:\.\.\.|…|[.:!])?$/i,
  /^(?:share|tweet|print|e-?mail|save|post|pin|send|gift) (?:this|it|on|via|to|article|story|full article)\b.{0,50}$/i,
  /^(?:(?:share|tweet|facebook|twitter|email|print|linkedin|reddit|whatsapp|pinterest|comments?|save|copy link|link|flipboard|telegram|\d+)[\s|,•·+]*){2,}$/i,
  // “Listen to this article”, “Listen · 4 min”, “Your browser does not support the audio element.”
  /^(?:listen|watch)(?: to (?:this|the) (?:article|story|full story|episode)| ?[·•:(-] ?\d+).{0,40}$|^your browser does not support\b.{0,80}$|^press (?:spacebar|esc)\b.{0,80}$/i,
  // “Read more: Harbor closed again”, “RELATED: …”, “Also read”, “See also:”, “WATCH: …”
  /^(?:read more|read also|also read|read next|related(?: (?:stories|story|articles?|coverage|content|links|video|news))?|more on this|more (?:stories|news|coverage|from [\p{Lu}][^.]{0,40})|see (?:also|more)|you (?:may|might) (?:also )?(?:like|be interested)|recommended(?: for you)?|don'?t miss|must read|trending(?: now)?|most (?:read|popular|viewed)|up next|in case you missed it|what to read next)(?: ?[:|>»–-].{0,200}|\.\.\.|…)?$/iu,
  /^(?:RELATED|READ MORE|WATCH|ALSO|MORE|PHOTOS|VIDEO|SEE ALSO|ALSO READ|READ ALSO|READ|LISTEN)(?: [A-Z ]{0,30})?:.{0,200}$/,
  // “Sign up for our newsletter”, “Subscribe to the Morning Bell”, “Get the latest news in your inbox”
  /^(?:please )?(?:sign up|subscribe|register)\b(?=.{0,160}\b(?:newsletters?|updates?|alerts?|inbox|free|today|now|here|briefing|email|podcast|channel|daily|weekly|access|offers?)\b).{0,220}$/i,
  /^(?:get|receive|want)\b.{0,120}\b(?:in|to|into) your (?:e-?mail|inbox)\b.{0,80}$/i,
  // “Follow us on Twitter”, “Follow Ana Ruiz on Twitter @anaruiz”, “Like us on Facebook”
  /^(?:please )?(?:follow|like|find|join|connect with|contact|e-?mail|reach) (?:us|me|him|her|them|the (?:author|writer|reporter)|@?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,4}|@\w+)\b(?=.{0,120}(?:twitter|facebook|instagram|youtube|telegram|linkedin|@|mastodon|bluesky|tiktok|threads)).{0,200}$/iu,
  // “Follow @harborpost”
  /^(?:follow ?@\w{2,30}\s?){1,3}$/i,
  // “Click here to read the full report.”, “Tap to view”
  /^(?:click|tap|press) (?:here|below|on|the|to)\b.{0,140}$|^\(?click (?:here|for|to)\b.{0,140}$/i,
  // “Download our app”, “Download the Bell app today”
  /^download (?:our|the)\b.{0,60}\bapp\b.{0,60}$/i,
  // “Copyright 2024 Harbor Post. All rights reserved.”, “© 2024 The Bell”
  /^(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}|by\b)).{0,200}$|^.{0,160}\ball rights reserved\b.{0,120}$|^.{0,60}\bthis material may not be published, broadcast\b.{0,100}$/i,
  // “We have updated our terms”, “By signing up, you agree to our Privacy Policy”, “This site is protected by reCAPTCHA”
  /^by (?:signing up|subscribing|clicking|submitting|continuing|registering|providing)\b.{0,240}$|^this (?:site|form) is protected by\b.{0,160}$|^.{0,120}\b(?:privacy policy|terms of (?:service|use))(?: and .{0,60})?(?: apply)?\.?$/i,
  // “To post a comment, log in”, “What do you think? Let us know in the comments.”, “Tell us what you think”
  /^to (?:post|leave|add) a comment\b.{0,480}$|^.{0,80}\blet us know in the comments\b.{0,60}$|^(?:tell us what you think|join the (?:conversation|discussion)|have your say|post a comment|comments? (?:are|is) closed)\b.{0,80}$/i,
  // “Support local journalism”, “Become a member”, “Donate now”, “Already a subscriber? Log in”
  /^(?:support (?:our|local|independent|quality)\b.{0,40}journalism|become a (?:member|subscriber|supporter)|donate (?:now|today|here)|already a (?:subscriber|member)|not a subscriber)\b.{0,140}$/i,
  // “Tags: harbor, bridge”, “Filed under: News”, “Topics:”, “Categories: …”
  /^(?:tags?|tagged|filed under|topics?|categor(?:y|ies)|keywords|section|posted in|in this article|labels)(?: in| as| with)?:.{0,200}$/i,
  // “quill@harborpost.example”, “@anaruiz”, “https://harborpost.example/story”
  /^(?:[\w.+-]{1,60}@[\w.-]{3,60}|@\w{2,30}|https?:\/\/\S{3,300})$/i,
  // “Reprints and Permissions | Send feedback to the editor”, “Report a typo”, “Send us tips”
  /^(?:reprints\b|report (?:a |an )?(?:typo|error|correction)|send (?:us )?(?:feedback|tips|a tip)|suggest a correction|got a (?:tip|story)|have a (?:tip|story|question)).{0,140}$/i,
  // “Our Standards: The Harbor Post's Code of Practice”
  /^our standards: .{2,100}$/i,
  // “Enlarge this image toggle caption Tom Pell/Harbor Post”
  /^(?:enlarge this image|hide caption|toggle caption)\b.{0,120}$/i,
  // “google.JPG”: the name of a picture
  /^[\w-]{1,60}\.(?:jpe?g|png|gif|webp)$/i,
  // “10 Comments”, “16shares”, “1.7M shares”
  /^[\d.,]+[KkMm]? ?(?:comments?|shares?|views?|likes?|replies|reactions?|followers)$/i,
]

/** A longer line is prose. The longest leftover seen tells how to comment, in 400 characters. */
const LONGEST_LEFTOVER = 500

/** Whether a line is the page's own: a button, a player's clock, a call to subscribe. */
export function isLeftover(line: string): boolean {
  return line.length <= LONGEST_LEFTOVER && LEFTOVERS.some(leftover => leftover.test(line))
}
