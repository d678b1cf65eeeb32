// @ts-check
// Common first names in Norwegian classes, the same as the server's (participation/safeguards/first_names.py).

const NAMES = `
  abdi abdullah ada adam adrian agnes ahmad ahmed aisha aksel albert aleksander aleksandra alexander alfred ali
  alina alma alva amalie amanda amina amir amira amund anders andrea andreas andrii ane anette anita anja anne
  annika anniken anton antoni arne aron arthur arvid astrid august aurora ayla beate benjamin berit bilal birgit
  brage camilla carina caroline casper cecilie charlotte christian christina christine christoffer conrad daniel
  david ebba edvard edvin eirik eirin eivind elias elin eline elisabeth ella ellen emil emilia emilie emma erik
  erlend eskil espen eva evelina fabian fatima fatma felix filip fredrik frida frode geir georg gina grete gunnar
  guro gustav haakon hafsa halima halvor hamza hana hanna hannah harald hassan hedda hedvig heidi helena helene
  helge helle henning henriette henrik herman hermine hilde hussein håkon håvard ibrahim ida idun inga ingeborg
  inger ingrid ingvild isabella isak iselin ismail ivan jakob jakub jenny jens jesper johan johanna johanne
  johannes john jon jonas jonathan josefine julia julian julie julius jørgen jørn kacper kaja karen kari karin
  karl karoline kasper katarzyna kathrine katrine ketil khadija kim kine kjersti kjetil klara knut kristian
  kristin kristina kristine kristoffer lars lasse lea leah leander lena leona leonora lerke liam lilly lina linda
  linnea linus lisa lise lotte louise lucas ludvig lukas lykke mads magne magnus maja malin maren margrethe maria
  marie marit marius markus marte marthe martin martine maryam mathea matheo mathias mathilde matteo mia michael
  mikael mikkel mohamed mohammad mohammed monica morten mustafa nadia natalia nataliia nathaniel nicolai niklas
  nikolai nils noah nora oda odin ola olav ole oleksandr olga oliver olivia omar oscar oskar othilie patrick paul
  pernille peter petter philip piotr ragnhild rebekka regine rolf runar rune sahra sander sandra sara sarah
  sebastian selma sigrid sigurd silje simen simon sina sindre siri sivert sofia sofie solveig sondre sophia stian
  stine sunniva susanne svein sverre synne synnøve terje thea theo theodor thomas thor tiril tobias tomas tonje
  tora torbjørn tord tore trine trond truls trygve tuva ulrik ulrikke unni vanessa vebjørn vegard venke vera vetle
  victor victoria vidar viktor viktoria vilde vilma vincent wiktoria william yasmin ylva yousef yuliia yusuf zahra
  zainab zofia zuzanna øystein øyvind åse åshild
`;
const WORDS_TOO = "anna are bjørn dag dina even hans iver jan line liv mina odd per stein tone tor";

export const FIRST_NAMES = new Set(NAMES.trim().split(/\s+/));
/** Words of their own too, so they count as names only with a capital letter. */
export const NAMES_AND_WORDS = new Set(WORDS_TOO.split(" "));
