/**
 * Given names that say who “she” and “he” can be: the common ones of the English-speaking press, held, where
 * they are common enough, against counts of the pronouns and titles that follow them in news. Rarer and shared names (“Kelly”, “Jordan”) are left out rather than guessed.
 */
const set = (words: string) => new Set(words.trim().split(/\s+/))

/** “*Nora* Lind”: she. */
export const FEMALE_NAMES =
  set(`abigail ada adele adriana agnes agnieszka aisha alexa alexandra alexandria alice alicia alison alissa allison alma alyssa amanda amber
  amelia amy ana anastasia andrea angela angelina anita anjali ann anna annalena anne annette annie antonia april ariana arlene ashley
  astrid audrey aung aurora ava ayanna barbara becky belinda bella benazir bernadette bernice bertha bessie beth bethany betsy betty
  beverly bianca blanche bonnie brenda brianna bridget bridgette brittany brooke camila camille candace candice carissa carla carly
  carmela carmen carol caroline carolyn carrie cassandra catharine catherine cathy cecilia celeste celia charlotte chelsea cheri cheryl
  chloe christie christina christine christy cindy claire clara clarissa claudia colleen condoleezza connie constance cora corinne
  courtney crystal cynthia daisy daniela danielle daphne darlene dawn debbie debora deborah debra delia della dena denise denisha desiree
  diana diane dina dolores donna dora doreen doris dorothea dorothy ebony edith eileen elaine elena elisa elisabeth elise eliza elizabeth
  ella ellen elsa elsie elvira emilia emily emma erica erika erin ernestine esmeralda estelle esther ethel eugenia eunice eva evangeline
  evelina evelyn faith fatima faye felicia fern fiona flora florence frances francesca freda frieda gabriela gabrielle gail georgia
  geraldine gertrude gillian gina ginger gisele giselle gladys glenda glenna gloria grace gracie greta gretchen gwen gwendolyn hailey
  hannah harriet harriett hazel heather heidi helen helena helene henrietta hilary hilda hillary holly hope huma ida ilhan imogen ina
  indira ines ingrid irene irina iris irma isabel isabella isabelle ivanka ivy jacinda jacklyn jacqueline jamila jane janelle janet
  janette janice janie janine jasmine jayne jean jeanette jeanne jeannette jeannie jenna jennie jennifer jenny jessica jill jillian jo
  joan joanna joanne jocelyn jodi jody josephine josie joy joyce juanita judi judith judy julia juliana julianne julie juliet june
  kaitlyn kaja kara karen karin karla katarzyna kate katherine kathie kathleen kathrine kathryn kathy katie kay kaye kayla keisha kelli
  kellyanne kelsey kendra kiera kimberley kimberly kirsten kirstjen kirsty krista kristen kristin kristina kyra lacey lana lara latoya
  laura lauren lauri laurie leah leanne leila lena leona leonora leticia lila lilian lillian lily linda lindsay lisa liz liza lizzie lois
  lola lorena loretta lori lorna lorraine louisa louise lourdes luann lucia lucille lucinda lucy luisa luz lydia lynda lynette lynn lynne
  mabel madison mae magdalena maggie mandy marcella marcia margaret margarita margery margot maria mariana marianne maribel maricela
  marie marilyn marina marisa marisol marissa marjorie marlene marta martha mary maryann mattie maureen maxine maya meagan megan meghan
  megyn mei melania melinda melissa melody mercedes meredith mette mia michaela michele michelle mildred millicent millie mimi mindy
  minnie miranda miriam mollie molly mona monika monique muriel myra myrna nadia nadine nancy naomi natalia natalie natasha nell nellie
  nettie nichole nicola nicole nikki nina noelle nora norma odessa olga olivia ophelia paige pam pamela patrice patricia patsy patti
  patty paula pauline pearl peggy penelope penny petra phoebe phyllis polly priscilla priti priya prudence rachael rachel rachelle ramona
  raquel rashida rebecca rebekah regina rena renee rhoda rhonda rita roberta rochelle roisin rosa rosalie rosalind rosalyn rose roseanne
  rosemary rosie roslyn rowena roxanne ruby ruth ruthie sabrina sadie sally samantha sandra sanna saoirse sara sarah selena shari sharon
  sharron shauna shawna sheikha sheila shelby shelley shelly sherri sherry sheryl shirley sierra silvia simone siobhan siri skye sofia
  soledad sonia sonja sonya sophia sophie stacey staci stella stephanie sue susan susana susanna susie suzanne suzette suzy svetlana
  sybil sylvia tabitha tamara tamika tammy tania tanya tara tasha tatiana teresa teri terri tess thea thelma theodora theresa tiffany
  tina tonya tricia trina trisha trudy ulrike ursula valentina valerie vanessa velma vera verna veronica vicki vicky victoria vilma viola
  violet virginia vivian wanda wendy whitney wilhelmina willa wilma winifred xiomara yasmin yasmine yolanda yulia yuliya yvette yvonne
  zelda zoe`)

/** “*Peter* Lind”: he. */
export const MALE_NAMES =
  set(`aaron abraham adam ahmed aidan al alan alastair albert alberto alec alejandro alex alexander alexei alexis-jean alfonso alfred ali
  alistair allan allen alton alvin amit amos anatoly anders anderson andre andreas andres andrew andrii andy angelo angus ansel anthony
  antoine antonio archie ari ariel armando arnold art arthur arturo ashton aubrey august augustus austin axel ban barack barney barrett
  barry barton bashar basil beau ben benedict benjamin bennett benny bernard bernie bert bertrand bill billy blake bo bob bobby boris
  boyd brad bradford bradley brandon brendan brent bret brett brian bruce bruno bryan bryce buddy burt byron caleb callum calvin cameron
  carl carlo carlos carlton carter cecil cedric cesar chad charles chen chester chip chris christian christoph christopher chuck claude
  clay clayton clement cliff clifford clint clinton clive clyde cody colin connor conor conrad constantine corey cory craig curtis cyril
  cyrus dale damian damon dan daniel danny darius darrell darren darryl daryl dave david davis dean denis dennis denzel derek derrick
  desmond devin devon dexter dick diego dirk dmitri dmitry dmytro dominic don donald donnie doug douglas doyle drew duane duncan dustin
  dwayne dwight dylan dzhokhar earl ed eddie edgar edmund eduardo edward edwin ehud eli elias elijah elliot elliott elmer elon emanuel
  emil emmanuel enrique eric erik ernest ernesto ernie ervin esteban ethan eugene evan everett ezra fabian felix fernando fidel fletcher
  floyd forrest francis francisco franco francois frank franklin franz fred freddie frederic frederick friedrich fritz gabriel gareth
  garrett gary gavin gene geoff geoffrey georg george georges gerald gerard gerardo gerry gilbert giovanni giuseppe glen glenn gordon
  graeme graham grant greg gregory grover guido guillermo gunther gus gustav guy hal hamid hank hans hans-peter harlan harold harrison
  harry harvey hassan heath hector heinrich helmut henri henry herb herbert herman herschel hillel hiram hiroshi homer horace horst hosni
  howard howie hubert hugh humberto hunter ian ibrahim ignacio igor ira irving irwin isaac isaiah ismael issa ivan ivo jaap jack jacob
  jacques jaime jake jamal james jan-peter jared jarrod jason javier jay jean-claude jean-marie jeb jed jeff jefferson jeffrey jens
  jeremy jermaine jerome jerrod jerry jesse jesus jett jim jimmie jimmy joachim joakim joao joe joel joey johann johannes john johnnie
  johnny jon jonah jonas jonathan jonny jorge jose josef joseph josh joshua josiah juan juergen jules julian julio julius junior jurgen
  jussi justin kareem karim karl karsten kasper keenan keith ken kenji kenneth kenny kent kevin khalid kieran kim-jong kip kirk klaus
  knut kofi konrad konstantin kristian kurt kyle lamar lance larry lars laurence laurent lawrence leland len lennart leo leon leonard
  leonardo leroy les lester lew lewis liam lindsey lionel lloyd logan lorenzo lou louie louis lowell luc luca lucas ludwig luis luke
  luther lyle lyndon magnus mahmoud malcolm manny manuel marc marcel marcelo marco marcos marcus mario mark marshall martin marty marvin
  mason mateo mathew mats matt matteo matthew matthias maurice mauricio max maximilian maxwell melvin merrick mervyn micah michael michel
  mick mickey miguel mike mikhail miles milo milton mitt mohamad mohamed mohammad mohammed morris moses muammar muhammad muqtada murray
  mustafa myron narendra nate nathan neal ned neil neville newt niall nicholas nick nicky nigel nikita nikolai nils noah norbert norm
  norman nouri octavio olaf oleg oleksandr omar orlando orrin orville osama osborne oscar oswald otis otto owen pablo paddy paolo pascal
  patricio patrick paul paulo pavel pedro percy perry pervez peter petr petro phil philip philippe pierce pierre piers pieter preston
  quentin rafael rafe raheem rahm raj ralf ralph ramon ramzan rand randall randolph randy rashid raul ray raymond recep reed reggie reid
  reince reinhard rene reuben rex rhys ricardo richard richie rick ricky rob robbie robert roberto rod roderick rodney rodrigo rogelio
  roger roland roman romano ron ronald ronan ronnie rory ross roy ruben rudolf rudolph rudy rufus rupert russ russel russell ryan saddam
  salman salvador salvatore sam samir sammy samuel sanjay santiago saul scott sean sebastian serge sergei sergey sergii sergio seth
  seymour shane shaun shawn sheldon sherman sherrod shimon shinzo silvio simeon simon skip slobodan solomon spencer stan stanley stefan
  stefano steffen stephan stephane stephen sterling steve steven stevie stewart stu stuart sundar sven sylvester tadeusz takashi tamerlan
  tariq tayyip ted teddy terence terrence terry thabo thaddeus theo theodore thierry thom thomas thorsten tim timmy timothy tobias toby
  todd tom tomas tomasz tommy tony tore toshiro travis trevor trey tristan troy tucker tyler tyrone ulrich ulysses umberto uwe vaclav
  valdis valery vasily vaughn vernon vic victor viggo vikram viktor vince vincent vincenzo vito vladimir vladislav volodymyr wade waldo
  wallace walt walter warren wayne wei wendell werner wesley wilbert wilbur wilfred wilhelm will willem william willie willis wilson
  winston wolfgang woodrow woody xavier xi yair yannis yasser yitzhak yuri yusuf yves zach zachary zack zane zbigniew zoran`)
