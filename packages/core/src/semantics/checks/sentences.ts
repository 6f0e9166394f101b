// How many sentences a text has, so that abbreviations, initials and numbers do not count as ends.
import { lowerCase } from "../../source/unicode.ts";

/** Abbreviations of English and Indonesian that a sentence usually goes on after, without their last dot. */
const abbreviations = new Set(
  (
    "approx art ca cf cl co corp dept dr e.g ed eq esp est etc fig figs i.e inc incl jr ltd max min mr mrs ms no nos " +
    "nr p.m a.m para pp prof ref rev sec sr st vol vs bpk dkk dll dsb dst hlm ir jl jo kec kab km ny pt rt rw s.d tbk tn u.s u.k"
  ).split(" "),
);

/** A mark that may end a sentence, with the quotes and brackets that it closes. Counted, so that no text is slow. */
const mark = /[.!?…。！？]{1,16}["'”’»)\]]{0,8}(?=\s|$)/gu;
/** How far a look goes for the word before a mark and the letter after it. */
const near = 24;

/** The number of sentences in a text; at least one where there is any text. */
export function countSentences(text: string): number {
  const trimmed = text.trim();
  if (trimmed === "") return 0;
  let sentences = 0;
  let end = 0;
  for (const { 0: found, index } of trimmed.matchAll(mark)) {
    const after = index + found.length;
    const before = trimmed.slice(Math.max(0, index - near), index);
    const next = trimmed.slice(after, after + near).trimStart();
    if (after < trimmed.length && !isEnd(found, lastWord(before), next)) continue;
    sentences++;
    end = after;
  }
  return end === trimmed.length ? sentences : sentences + 1;
}

function isEnd(found: string, word: string, next: string): boolean {
  // A sentence begins with a capital, a digit, a quote or a bracket, or in a script that has no capitals.
  if (/^\p{Ll}/u.test(next)) return false;
  return !found.startsWith(".") || found.startsWith("..") || !isAbbreviation(word);
}

/** `e.g`, `No`, and single letters such as initials. */
function isAbbreviation(word: string): boolean {
  return /^\p{L}$/u.test(word) || abbreviations.has(lowerCase(word));
}

function lastWord(text: string): string {
  return /[\p{L}\p{N}.]*$/u.exec(text)?.[0] ?? "";
}
