// What each word of the language means, in a few words: hover, completion and docs/language/keywords.md say the same.
import type { contextualKeywords, reservedWords } from "./keywords.ts";
import type { sectionKeywords } from "./tree.ts";

type Described<Words extends readonly string[]> = Readonly<Record<Words[number], string>>;

/** What each section holds. */
export const sectionMeanings: Described<typeof sectionKeywords> = {
  INTENT: "what the system is for",
  IMPORT: "documents to build on",
  ACTOR: "who acts, and who approves",
  CONTEXT: "what is known",
  ASSUMPTION: "what is taken for granted",
  RULE: "what to do when",
  CONSTRAINT: "what must hold in any case",
  IMPACT: "benefits, risks and effects",
  TRACE: "regulations, standards and evidence",
  REVIEW: "when to look again",
  EXAMPLE: "a test of the document",
};

const reservedMeanings: Described<typeof reservedWords> = {
  IF: "`IF … THEN …`, `(IF … THEN … ELSE …)`",
  THEN: "before the actions, or the value, of a condition",
  ELSE: "known, and otherwise",
  AND: "both; joins the actions of `NEVER`; the bounds of `BETWEEN`",
  OR: "either, or both",
  NOT: "the opposite; `NOT IN`, `IS NOT …`, `EXPECT NOT`",
  IN: "membership; `FOR x IN xs`",
  FOR: 'for each element of a list; `EXAMPLES FOR "policy.omni":`',
  WHILE: "repeats while a condition holds",
  MATCH: "compares a value with patterns",
  LET: "names a value",
  SET: "gives a `LET` name a new value",
  TRUE: "the boolean",
  FALSE: "the boolean",
  NULL: "the absent value of JSON",
};

const contextualMeanings: Described<typeof contextualKeywords> = {
  UNKNOWN: "what to do when undecided; in capitals only",
  WHERE: "picks elements of `FOR`",
  MAX: "`WHILE … MAX n`, `MAX LOOP n`",
  WHEN: "guards an arm of `MATCH`; limits `NEVER` and `ALWAYS`",
  UNLESS: "lifts a `NEVER`",
  FAILSAFE: "what to do when the decision would be incomplete or limited",
  ANY: "holds for some element",
  ALL: "holds for every element",
  NONE: "holds for no element",
  SATISFIES: "the condition of `ANY`, `ALL`, `NONE`",
  BETWEEN: "`BETWEEN a AND b`, both included",
  IS: "`IS MISSING`, `IS KNOWN`",
  MISSING: "not usable",
  KNOWN: "usable",
  CONTAINS: "a text holds another, a list a member",
  STARTS: "`STARTS WITH`",
  ENDS: "`ENDS WITH`",
  WITH: "`STARTS WITH`, `ENDS WITH`",
  MATCHES: "a regular expression matches",
  MOD: "the remainder",
  MAY: "what an actor may do",
  APPROVES: "what an actor must agree to",
  NEVER: "these actions are not taken (together)",
  ALWAYS: "this action is taken",
  AT: "`AT MOST n OF …`; the clock of an example",
  MOST: "`AT MOST n OF …`",
  OF: "`AT MOST n OF …`, `EXACTLY ONE OF …`",
  PER: "counts for each element of a loop",
  EXACTLY: "`EXACTLY ONE OF …`",
  ONE: "`EXACTLY ONE OF …`",
  REQUIRES: "one action only with another",
  BEFORE: "one action earlier than another",
  LOOP: "`MAX LOOP n`",
  RAISES: "an effect",
  LOWERS: "an effect",
  SETS: "an effect",
  BY: "the amount of an effect",
  TO: "the value of an effect",
  GIVEN: "readings of an example",
  FILE: '`GIVEN FILE "ctx.json"`',
  EXPECT: "what an example expects",
  ONLY: "`EXPECT ONLY …`, exactly these",
  NOTHING: "`EXPECT NOTHING`",
  VIOLATION: "`EXPECT VIOLATION label`",
  STATUS: "`EXPECT STATUS incomplete`",
  PENDING: "`EXPECT PENDING A`",
  FRESH: "`<C FRESH 5s>`",
};

/** The meaning of every keyword inside items, by its canonical spelling. */
export const keywordMeanings: Described<typeof reservedWords> &
  Described<typeof contextualKeywords> = {
  ...reservedMeanings,
  ...contextualMeanings,
};
