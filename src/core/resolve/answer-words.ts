/** Words by which answers are told, in dictionary forms. The comment above each list is a sentence in which one of them does its work. */
const set = (words: string) => new Set(words.trim().split(/\s+/))

/** “Ott *denied* that the gate was open.” */
export const DENY = set("deny dispute refute rebut debunk repudiate disclaim denial discredit rubbish contradict")
/** “Ott *rejected* the claim”: a denial when it turns on what was said; rejecting an offer is none. */
export const REJECT = set("reject dismiss contest disavow deride decry rejection dismissal challenge counter")
/** “Ott rejected *the claim*”: words for what someone has said. */
export const CLAIMS = set(
  "claim claims allegation accusation charge report reporting description suggestion notion assertion rumor rumour story speculation insinuation criticism account complaint idea article contention characterization characterisation comparison episode conclusion finding critique responsibility blame talk link inference",
)
/** “denied *bail*”, “denied the *request*”: withholding, not saying no. */
export const WITHHELD = set(
  "bail entry access visa request permit permission application appeal motion asylum petition admission credential parole service coverage funding freedom right seat license licence bid medication money power authority stay opportunity chance benefit job care ability",
)
/** “cleared *of* wrongdoing”: says that it is not so. */
export const CLEAR = set("clear exonerate absolve vindicate")
/** “Ott *confirmed* the sinking.” What is learnt of dictionary forms cuts “conceded” short. */
export const CONFIRM = set(
  "confirm acknowledge admit concede conced verify corroborate confess confirmation admission acknowledgment acknowledgement confession",
)
/** “Ott *declined* to comment.” What follows must be an act of speaking: declining an invitation is none. */
export const DECLINE = set("decline refuse refusal")
export const SPEAKING = set(
  "comment say answer discuss confirm deny respond elaborate speak talk disclose reveal provide specify identify explain address name interview statement detail define predict speculate",
)
/** “The line did not *respond*.” */
export const RESPOND = set("respond reply return answer reach response")
/** “Ott called the report *false*.” */
export const FALSE = set(
  "false untrue fiction fake lie baseless nonsense hoax fabricated fabrication unfounded groundless inaccurate incorrect invented bogus untruth falsehood misinformation disinformation preposterous gossip rumor rumour defamatory absurd smear slander libel slanderous concoction exaggerated misleading overblown",
)
/** “Ott *called* the report false.” */
export const CALL = set("call describe label labell brand dub term characterize characterise slam blast denounce")
/** “She *maintains* her innocence.” */
export const MAINTAIN = set("maintain assert insist proclaim protest profess reassert")
