/** How the page looks. System typefaces, two schemes of colour, and marks that can be told apart without colour. */
export const STYLE = `
:root{color-scheme:light dark;
--paper:#fcfbf8;--raised:#fff;--ink:#1e1d1b;--soft:#5d5952;--line:#e2ded5;--link:#1f5582;
--asserts:#2c5f8d;--confirms:#2b6a49;--denies:#a8322a;--declines:#6d5a2f;--doubt:#7b4a86;
--asserts-tint:#2c5f8d14;--confirms-tint:#2b6a4918;--denies-tint:#a8322a14;--declines-tint:#6d5a2f18;--lit:#ffdf70}
@media (prefers-color-scheme:dark){:root{
--paper:#15171a;--raised:#1c1f23;--ink:#e7e4dd;--soft:#a5a097;--line:#33373d;--link:#8fc1ec;
--asserts:#86b8e2;--confirms:#82c7a0;--denies:#f0938a;--declines:#d3bb83;--doubt:#d3a3df;
--asserts-tint:#86b8e21a;--confirms-tint:#82c7a01c;--denies-tint:#f0938a1f;--declines-tint:#d3bb831c;--lit:#6b5410}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding:3rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0 auto;padding:0 1.1rem 3rem;max-width:76rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
ul,ol,dl,dd,p,h1,h2,h3,blockquote{margin:0;padding:0}
ul[role],ol[role]{list-style:none}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;padding:.5rem 1rem;background:var(--raised);z-index:1}
.banner{padding:2.2rem 0 1.4rem;border-bottom:1px solid var(--line)}
.where,.by,.counts,.quiet,footer,.legend{color:var(--soft);font-size:.9rem}
.publisher{font-weight:650;color:var(--ink)}
h1{font:600 clamp(1.6rem,1.1rem + 2vw,2.5rem)/1.18 Charter,"Bitstream Charter",Georgia,"Liberation Serif",serif;margin:.5rem 0;max-width:26em;text-wrap:balance}
h2{font-size:.82rem;font-weight:700;letter-spacing:.08em;text-transform:uppercase;color:var(--soft);margin:2rem 0 .8rem}
.cards{display:grid;gap:.8rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr))}
.card{background:var(--raised);border:1px solid var(--line);border-radius:.5rem;padding:.9rem 1rem}
.card:target{outline:3px solid var(--lit)}
.card h3{font:600 1.02rem/1.4 Charter,"Bitstream Charter",Georgia,"Liberation Serif",serif;display:flex;gap:.6rem}
.place{font:700 .8rem/1.75 system-ui,"Liberation Sans",sans-serif;color:var(--soft)}
.card dl{margin:.7rem 0}
div.stance{display:grid;grid-template-columns:5.6rem 1fr;column-gap:.6rem;padding:.28rem 0 .28rem .75rem;border-left:3px solid var(--asserts)}
div.stance dt{grid-row:span 99;font-weight:650;color:var(--asserts)}
div.stance dd{grid-column:2}
div.confirms{border-color:var(--confirms);border-left-style:double}div.confirms dt{color:var(--confirms)}
div.denies{border-color:var(--denies);border-left-width:6px;padding-left:calc(.75rem - 3px)}div.denies dt{color:var(--denies)}
div.declines,div.unanswered{border-color:var(--declines);border-left-style:dashed}div.declines dt,div.unanswered dt{color:var(--declines)}
.name{font-weight:600}
.role{color:var(--soft)}
.origins{font-size:.86rem;color:var(--soft);border-top:1px solid var(--line);padding-top:.5rem}
.alarm{color:var(--denies)}
details{margin-top:1rem}
summary{cursor:pointer;padding:.4rem 0;color:var(--soft)}
.few{margin-top:.6rem}
.article:focus{outline:none}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;margin-bottom:1rem}
.words{font:1.09rem/1.62 Charter,"Bitstream Charter",Georgia,"Liberation Serif",serif;max-width:39rem}
.words h3{font-size:1.15rem;margin-top:.6rem}
.words h3.title{font-size:1.5rem;line-height:1.25;margin:0}
.words ul{padding-left:1.2rem}
.words blockquote{padding-left:1rem;border-left:3px solid var(--line)}
.dek{font-size:1.15rem;color:var(--soft)}
.small{font:.9rem/1.5 system-ui,"Liberation Sans",sans-serif;color:var(--soft)}
.row{padding:.55rem 0}
.source{font-weight:700}
.cue{font-style:italic;font-weight:600}
.content{background:var(--asserts-tint);text-decoration:underline 1.5px var(--asserts);text-underline-offset:.24em;text-decoration-skip-ink:none;box-decoration-break:clone;-webkit-box-decoration-break:clone;border-radius:2px}
.content.confirms{background:var(--confirms-tint);text-decoration-color:var(--confirms);text-decoration-thickness:3px}
.content.denies{background:var(--denies-tint);text-decoration:underline double 1.5px var(--denies)}
.content.declines,.content.unanswered{background:var(--declines-tint);text-decoration:underline dashed 1.5px var(--declines)}
.words .doubt{text-decoration:underline wavy 1.5px var(--doubt)}
.ref{font:650 .72rem/1 system-ui,"Liberation Sans",sans-serif;vertical-align:super;text-decoration:none;padding:.1rem .22rem;border-radius:3px;display:inline-block}
.ref:hover{text-decoration:underline}
.notes{font-size:.88rem;line-height:1.42;margin:.5rem 0 .3rem;display:grid;gap:.7rem;align-content:start}
.note{border-left:3px solid var(--asserts);padding:.05rem .3rem .05rem .65rem}
.note.confirms{border-color:var(--confirms);border-left-style:double}
.note.denies{border-color:var(--denies);border-left-width:6px;padding-left:calc(.65rem - 3px)}
.note.declines,.note.unanswered{border-color:var(--declines);border-left-style:dashed}
.note.doubt{border-color:var(--doubt);border-left-style:dotted}
.number{display:inline-block;min-width:1.5rem;font-weight:700;font-variant-numeric:tabular-nums}
.says .stance{font-weight:650;color:var(--asserts)}
.confirms .stance{color:var(--confirms)}.denies .stance{color:var(--denies)}.declines .stance,.unanswered .stance{color:var(--declines)}
.says{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.facts{color:var(--soft)}
.note:target{background:var(--lit)}
.note:target .facts,.note:target .role,.note:target .stance,.note:target a{color:inherit}
footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--line)}
@media (min-width:62rem){
body{padding:0 2rem 4rem}
.row{display:grid;grid-template-columns:minmax(0,39rem) minmax(0,1fr);column-gap:2.6rem}
.notes{margin:.15rem 0 0}}
@media (forced-colors:active){.content{border-bottom:1px solid}.note{border-left-color:CanvasText}}
@media print{.skip,.ref{display:none}body{max-width:none}.row,.card{break-inside:avoid}}
`

/** Pointing at, or coming to, one of the two lights up both: a statement's words in the article and its note in the margin. */
export function linksBetween(statements: number): string {
  const rules = Array.from({ length: statements }, (_, at) => {
    const own = `.s${at + 1}`
    return `:root:has(${own}:hover,${own}:focus-within,${own}:target) .words ${own}:not(.ref)`
  })
  const notes = Array.from({ length: statements }, (_, at) => `:root:has(.words .s${at + 1}:hover) #n${at + 1}`)
  return rules.length > 0
    ? `${rules.join(",\n")}{background:var(--lit);color:inherit}\n${notes.join(",\n")}{background:var(--raised);outline:2px solid var(--lit)}`
    : ""
}
