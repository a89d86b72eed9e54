/**
 * Roots that news of any matter is full of, so that sharing one tells little: those among the nine hundred commonest words of five thousand
 * articles of 491 outlets that name no matter of their own.
 */
export const COMMON: ReadonlySet<string> = new Set(
  `people person man woman time year month week day hour moment today yesterday monday tuesday wednesday thursday friday saturday sunday
  new old first last next recent early earlier late later many much more most few several some other same different own long short
  high low big small large great good bad best better important major certain clear close full open able available likely possible
  one two three four five six seven eight nine ten hundred thousand million billion percent dozen number part lot kind way thing
  something anything everything nothing someone anyone everyone place country state nation world city government official president
  public national international former senior current leader member group office team use work want need think know believ feel see
  look come give find show keep put let try seem appear becom bring hold turn leav ask add includ continu happen follow remain
  expect consid allow mean result reason fact point question issue problem effort case matter news report statem story article
  interview comm comment spokesman spokeswoman remark reporter newspaper media press social release public tuesday night morn
  concern process action situ support role line side home end start back top whole real right left human general special key such
  january february march april may june july august september october november december`
    .trim()
    .split(/\s+/),
)
