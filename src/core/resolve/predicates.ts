/**
 * What a predicate does to what it governs, in the manner of FactBank (Saurí and Pustejovsky 2009): how firmly whoever uses it holds that it is so, from
 * 3 (certain) over 0 (open) to −3 (certain that it is not); then the same where the predicate is negated, null where no corpus tells. Infinitives: mean
 * judgements of people in MegaVeridicality (White and Rawlins 2018), of RP (Ross and Pavlick 2019) and UW (Lee et al. 2015), train and dev. Clauses,
 * as their source presents them: relations in TimeBank and AQUAINT, MegaVeridicality where those say “modal” or nothing. The counts: judged sentences
 * of MegaVeridicality, RP, UW; relations in TimeBank and AQUAINT; cues in PolNeAR train. Written by `npm run train -- predicates`; the comments are
 * invented sentences.
 */
export type Predicate = readonly [
  lemma: string,
  frame: "that" | "to",
  affirmed: number,
  negated: number | null,
  counts: readonly [mega: number, rp: number, uw: number, timebank: number, polnear: number],
]

export const PREDICATES: readonly Predicate[] = [
  /** “Ott managed to close the gate.” */
  ["manage", "to", 2.8, -2.7, [4, 19, 2, 4, 3]],
  /** “Ott failed to close the gate.” */
  ["fail", "to", -1.9, 2.5, [4, 9, 13, 17, 8]],
  /** “The crew forgot to light the lamp.” */
  ["forget", "to", -1.9, 2.4, [6, 10, 0, 0, 5]],
  /** “The crew remembered to light the lamp.” */
  ["remember", "to", 1.8, -1.6, [4, 0, 0, 3, 27]],
  /** “Nobody bothered to ask the captain.” */
  ["bother", "to", 1.8, -1.5, [4, 0, 0, 0, 2]],
  /** “Ruiz dared to sail at night.” */
  ["dare", "to", 1.8, -2.3, [6, 1, 0, 0, 1]],
  /** “Brask happened to be on the pier.” */
  ["happen", "to", 2.9, -2.8, [4, 9, 0, 0, 1]],
  /** “The port neglected to warn the ferry.” */
  ["neglect", "to", -3, 2.6, [4, 0, 0, 0, 0]],
  /** “The union refused to end the strike.” */
  ["refuse", "to", -2.4, 1.2, [8, 39, 7, 6, 60]],
  /** “The captain declined to turn back.” */
  ["decline", "to", -2.6, 1.3, [6, 9, 13, 16, 69]],
  /** “Ruiz hesitated to sign the order.” */
  ["hesitate", "to", 0.2, 2.8, [4, 0, 0, 0, 2]],
  /** “The clerk pretended to read the letter.” */
  ["pretend", "to", -1.9, -1, [4, 4, 0, 0, 1]],
  /** “The ferry tends to leave late.” */
  ["tend", "to", 1.5, -1.6, [0, 8, 0, 0, 8]],
  /** “The crew tried to free the anchor.” */
  ["try", "to", 0.9, -1.4, [4, 30, 37, 38, 46]],
  /** “The crew attempted to free the anchor.” */
  ["attempt", "to", 0.7, -1.7, [4, 22, 14, 19, 16]],
  /** “The port sought to block the sale.” */
  ["seek", "to", 1, -1.3, [6, 10, 15, 28, 89]],
  /** “Ott hopes to open the bridge in May.” */
  ["hope", "to", 0.7, -1, [4, 17, 11, 20, 99]],
  /** “The port plans to sell the crane.” */
  ["plan", "to", 1.2, -0.9, [4, 12, 43, 41, 68]],
  /** “Ruiz intends to stand again.” */
  ["intend", "to", 0.9, 0, [6, 9, 10, 14, 13]],
  /** “Brask wants to leave the council.” */
  ["want", "to", 0.9, -1, [4, 9, 32, 47, 116]],
  /** “Brask wishes to see the letter.” */
  ["wish", "to", 0.4, -0.7, [4, 9, 1, 0, 4]],
  /** “The union agreed to meet the port.” */
  ["agree", "to", 2, -1.2, [4, 11, 26, 43, 68]],
  /** “Ruiz promised to mend the gate.” */
  ["promise", "to", 1.4, -0.9, [6, 8, 7, 11, 83]],
  /** “Ruiz vowed to mend the gate.” */
  ["vow", "to", 1, -0.9, [4, 0, 3, 3, 55]],
  /** “The mayor pledged to cut the toll.” */
  ["pledge", "to", 1.9, null, [0, 0, 4, 4, 51]],
  /** “The crew threatened to walk out.” */
  ["threaten", "to", 0.1, -0.7, [6, 3, 3, 3, 21]],
  /** “Ott offered to pay for the repair.” */
  ["offer", "to", 1, -1.6, [4, 0, 11, 14, 82]],
  /** “The port expects to reopen on Monday.” */
  ["expect", "to", 1.6, -0.6, [8, 9, 43, 86, 121]],
  /** “The man claimed to own the boat.” */
  ["claim", "to", 1, -0.8, [4, 9, 0, 6, 110]],
  /** “The crew deserves to be heard.” */
  ["deserve", "to", -0.5, 0, [4, 7, 0, 0, 1]],
  /** “The council needs to act.” */
  ["need", "to", 0.9, -0.4, [6, 9, 11, 13, 20]],
  /** “The ferry continued to take on water.” */
  ["continue", "to", 2.6, -1.9, [4, 12, 22, 6, 96]],
  /** “The ferry began to take on water.” */
  ["begin", "to", 2.5, -2.4, [4, 14, 11, 0, 26]],
  /** “The ferry started to list.” */
  ["start", "to", 2.3, -2.6, [2, 10, 0, 0, 19]],
  /** “The line ceased to pay its crews.” */
  ["cease", "to", -0.9, 2.3, [4, 4, 0, 0, 0]],
  /** “Ott learned to sail in Salloway.” */
  ["learn", "to", 2, -1.4, [2, 5, 1, 3, 23]],
  /** “The crew prepared to leave the ship.” */
  ["prepare", "to", 0.7, -0.1, [8, 1, 6, 8, 3]],
  /** “The council decided to close the pier.” */
  ["decide", "to", 1.7, -1.8, [4, 12, 7, 16, 38]],
  /** “The captain chose to sail.” */
  ["choose", "to", 2.2, -1.5, [6, 9, 2, 4, 12]],
  /** “Brask volunteered to dive.” */
  ["volunteer", "to", 1.4, -0.9, [6, 0, 0, 0, 1]],
  /** “The crew struggled to close the door.” */
  ["struggle", "to", 0.3, 1.6, [4, 9, 0, 0, 11]],
  /** “Neighbors rushed to help.” */
  ["rush", "to", 1.8, 0.3, [6, 0, 1, 2, 1]],
  /** “The children got to ring the bell.” */
  ["get", "to", 1.5, -1.6, [4, 5, 0, 0, 14]],
  /** “The lock proved to be broken.” */
  ["prove", "to", 2.7, -2, [2, 12, 0, 3, 11]],
  /** “The door appears to have been open.” */
  ["appear", "to", 1.3, -0.6, [4, 11, 3, 16, 105]],
  /** “The door seems to have been open.” */
  ["seem", "to", 1.5, -1.3, [4, 10, 7, 9, 133]],
  /** “The clerk feared to speak.” */
  ["fear", "to", -0.1, 0.5, [4, 0, 0, 4, 36]],
  /** “The fog helped to hide the boat.” */
  ["help", "to", 2.1, -1.5, [4, 6, 3, 39, 9]],
  /** “The letter served to calm the crew.” */
  ["serve", "to", 2.4, -2, [0, 9, 0, 0, 2]],
  /** “Ott asked to see the log.” */
  ["ask", "to", 0.8, -0.8, [6, 5, 3, 24, 298]],
  /** “Ott demanded to see the log.” */
  ["demand", "to", 0.3, -0.4, [6, 0, 0, 8, 20]],
  /** “Ott hurried to lock the shed.” */
  ["hurry", "to", 0, null, [0, 0, 0, 0, 0]],
  /** “Ruiz longed to return to the island.” */
  ["long", "to", -1.5, -0.3, [4, 0, 0, 0, 32]],
  /** “The council resolved to sell the pier.” */
  ["resolve", "to", 0.8, -0.6, [8, 0, 0, 2, 1]],
  /** “The captain swore to tell the truth.” */
  ["swear", "to", 1.2, -0.5, [8, 0, 0, 0, 2]],
  /** “Ott said that the gate was open.” */
  ["say", "that", 3, -0.2, [4, 13, 71, 943, 5448]],
  /** “Coast Radio reported that the gate was open.” */
  ["report", "that", 3, -0.3, [4, 9, 17, 47, 188]],
  /** “Ott told the council that the gate was open.” */
  ["tell", "that", 3, 1.3, [4, 11, 2, 28, 515]],
  /** “The port announced that the gate was open.” */
  ["announce", "that", 3, 0.7, [4, 8, 0, 26, 139]],
  /** “The letter stated that the gate was open.” */
  ["state", "that", 3, -0.2, [4, 14, 0, 2, 61]],
  /** “Ott denied that the gate was open.” */
  ["deny", "that", -2.6, 1.4, [4, 0, 1, 7, 32]],
  /** “Ott disputed that the gate was open.” */
  ["dispute", "that", 1.2, 1.2, [4, 0, 1, 0, 10]],
  /** “Ott doubts that the gate was open.” */
  ["doubt", "that", 0, 1.1, [4, 10, 0, 0, 23]],
  /** “Ott knows that the gate was open.” */
  ["know", "that", 2.7, 1.5, [4, 32, 2, 11, 140]],
  /** “Ott realized that the gate was open.” */
  ["realize", "that", 3, 1.8, [4, 33, 2, 1, 7]],
  /** “The divers discovered that the hull was torn.” */
  ["discover", "that", 2.6, 0.2, [4, 3, 0, 0, 4]],
  /** “A sailor noticed that the lamp was out.” */
  ["notice", "that", 2.7, 1.8, [4, 13, 0, 0, 7]],
  /** “Ruiz learned that the deal had been signed.” */
  ["learn", "that", 2.6, 0.8, [4, 11, 1, 3, 23]],
  /** “A sailor saw that the lamp was out.” */
  ["see", "that", 2.7, 0, [4, 19, 3, 29, 137]],
  /** “The inquiry found that the gate was open.” */
  ["find", "that", 2.8, -1.1, [4, 13, 0, 4, 99]],
  /** “The log shows that the gate was open.” */
  ["show", "that", 3, -0.4, [8, 13, 5, 6, 264]],
  /** “The log proves that the gate was open.” */
  ["prove", "that", 2.6, -0.4, [4, 9, 4, 3, 11]],
  /** “The letter revealed that the gate was open.” */
  ["reveal", "that", 2.6, -0.2, [4, 11, 2, 0, 53]],
  /** “Ott admitted that the gate was open.” */
  ["admit", "that", 3, 0.6, [4, 12, 1, 2, 35]],
  /** “Ott acknowledged that the gate was open.” */
  ["acknowledge", "that", 3, 0.6, [4, 9, 5, 6, 74]],
  /** “Ott conceded that the gate was open.” */
  ["concede", "that", 3, 0.8, [4, 0, 0, 1, 18]],
  /** “Ott confirmed that the gate was open.” */
  ["confirm", "that", 3, -0.1, [4, 13, 2, 5, 29]],
  /** “The port recognized that the pier was unsafe.” */
  ["recognize", "that", 2.2, 0.7, [4, 10, 0, 0, 23]],
  /** “Ruiz understands that the pier is unsafe.” */
  ["understand", "that", 3, 1.8, [4, 9, 0, 1, 21]],
  /** “The guard remembered that the door was shut.” */
  ["remember", "that", 3, 1.3, [4, 18, 0, 3, 27]],
  /** “The guard forgot that the door was open.” */
  ["forget", "that", 2.6, 2.9, [4, 0, 0, 0, 5]],
  /** “Ruiz regrets that the pier was closed.” */
  ["regret", "that", 3, 1.7, [4, 0, 0, 2, 3]],
  /** “Ott believes that the gate was open.” */
  ["believe", "that", 0.7, -0.5, [4, 12, 7, 18, 82]],
  /** “Ott thinks that the gate was open.” */
  ["think", "that", 1, -0.9, [4, 12, 2, 26, 115]],
  /** “Ott suspects that the gate was open.” */
  ["suspect", "that", 0.3, -0.2, [4, 11, 0, 3, 6]],
  /** “Ott assumed that the gate was open.” */
  ["assume", "that", 2.5, -0.3, [4, 11, 2, 4, 7]],
  /** “Ott supposed that the gate was open.” */
  ["suppose", "that", 0.2, -0.1, [4, 0, 0, 1, 0]],
  /** “Ott guessed that the gate was open.” */
  ["guess", "that", 0, 0.9, [4, 0, 0, 0, 6]],
  /** “Ott feels that the council was right.” */
  ["feel", "that", 0.5, -0.7, [4, 21, 0, 1, 37]],
  /** “Ott hopes that the gate is open.” */
  ["hope", "that", 0.7, -0.3, [4, 21, 6, 20, 99]],
  /** “Ott wished that the gate were open.” */
  ["wish", "that", -1.2, 0.4, [4, 5, 0, 0, 4]],
  /** “Ott fears that the gate is open.” */
  ["fear", "that", 0.4, 0.2, [4, 9, 1, 4, 36]],
  /** “Ott worries that the gate is open.” */
  ["worry", "that", 2.2, 0.7, [8, 13, 3, 3, 43]],
  /** “Ott expects that the gate will open.” */
  ["expect", "that", 1, -0.5, [4, 13, 2, 86, 121]],
  /** “Ott predicted that the gate would fail.” */
  ["predict", "that", 0.9, -0.2, [4, 9, 0, 5, 39]],
  /** “The log suggests that the gate was open.” */
  ["suggest", "that", 1.7, -0.9, [4, 13, 10, 9, 185]],
  /** “The letter implies that the gate was open.” */
  ["imply", "that", 1.1, -0.4, [4, 11, 0, 0, 13]],
  /** “Ruiz hinted that the pier would be sold.” */
  ["hint", "that", 0.8, -0.1, [4, 0, 0, 0, 14]],
  /** “The log indicates that the gate was open.” */
  ["indicate", "that", 2.8, -0.8, [4, 12, 6, 15, 38]],
  /** “Ott claimed that the gate was open.” */
  ["claim", "that", 1.8, -1, [4, 9, 3, 6, 110]],
  /** “The suit alleges that the gate was open.” */
  ["allege", "that", 1.8, -0.3, [4, 0, 5, 2, 20]],
  /** “Ott argued that the gate was safe.” */
  ["argue", "that", 0.7, 0.3, [4, 11, 5, 3, 152]],
  /** “Ott insisted that the gate was open.” */
  ["insist", "that", 1, -0.3, [4, 12, 4, 3, 63]],
  /** “Ott maintains that the gate was open.” */
  ["maintain", "that", 3, 0.2, [4, 0, 1, 1, 9]],
  /** “Ott asserted that the gate was open.” */
  ["assert", "that", 3, -0.2, [4, 13, 2, 1, 20]],
  /** “The port contends that the gate was open.” */
  ["contend", "that", 0.9, -0.3, [4, 10, 0, 0, 7]],
  /** “The port estimated that nine boats were lost.” */
  ["estimate", "that", 1.6, -0.3, [4, 9, 5, 9, 20]],
  /** “Ott imagined that the gate was open.” */
  ["imagine", "that", -1.8, 0.5, [4, 0, 0, 0, 7]],
  /** “The clerk pretended that the letter was lost.” */
  ["pretend", "that", -2.4, -0.4, [4, 0, 0, 0, 1]],
  /** “Ruiz proposed that the toll be cut.” */
  ["propose", "that", 0.7, -0.5, [4, 10, 0, 4, 49]],
  /** “The report recommends that the pier be closed.” */
  ["recommend", "that", 0.5, -0.2, [0, 4, 0, 4, 11]],
  /** “Ruiz demanded that the pier be closed.” */
  ["demand", "that", 1.2, -0.9, [4, 4, 8, 8, 20]],
  /** “The inquiry concluded that the gate was open.” */
  ["conclude", "that", 2.1, -1.3, [4, 11, 2, 3, 45]],
  /** “Ott warned that the gate would fail.” */
  ["warn", "that", 1.8, 1.3, [8, 10, 4, 6, 62]],
  /** “Brask agreed that the gate was open.” */
  ["agree", "that", 2.4, -0.4, [4, 10, 5, 43, 68]],
  /** “Brask speculated that the gate was open.” */
  ["speculate", "that", 1.2, -0.9, [0, 11, 2, 2, 8]],
  /** “Ruiz vowed that the gate would open.” */
  ["vow", "that", 2.4, 0, [4, 0, 1, 3, 55]],
  /** “Ruiz promised that the gate would open.” */
  ["promise", "that", 0.6, -0.4, [8, 0, 0, 11, 83]],
]
