// How many sentences a text has, so that abbreviations, initials and numbers do not count as ends.

/** Abbreviations of English and Indonesian that a sentence usually goes on after, without their last dot. */
const abbreviations = new Set(
  (
    "approx art ca cf cl co corp dept dr e.g ed eq esp est etc fig figs i.e inc incl jr ltd max min mr mrs ms no nos " +
    "nr p.m a.m para pp prof ref rev sec sr st vol vs bpk dkk dll dsb dst hlm ir jl jo kec kab km ny pt rt rw s.d tbk tn u.s u.k"
  ).split(" "),
);

/** The number of sentences in a text; at least one where there is any text. */
export function countSentences(text: string): number {
  const trimmed = text.trim();
  if (trimmed === "") return 0;
  let ends = 0;
  for (const match of trimmed.matchAll(/[.!?…。！？]+["'”’»)\]]*(?=\s|$)/gu)) {
    const after = trimmed.slice(match.index + match[0].length).trimStart();
    if (after === "" || isEnd(match[0], lastWord(trimmed.slice(0, match.index)), after)) ends++;
  }
  return /[.!?…。！？]["'”’»)\]]*$/u.test(trimmed) ? ends : ends + 1;
}

function isEnd(mark: string, word: string, after: string): boolean {
  // A sentence begins with a capital, a digit, a quote or a bracket, or in a script that has no capitals.
  if (/^\p{Ll}/u.test(after)) return false;
  return !mark.startsWith(".") || mark.startsWith("..") || !isAbbreviation(word);
}

/** `e.g`, `No`, and single letters such as initials. */
function isAbbreviation(word: string): boolean {
  return /^\p{L}$/u.test(word) || abbreviations.has(word.toLowerCase());
}

function lastWord(text: string): string {
  return /[\p{L}\p{N}.]*$/u.exec(text)?.[0] ?? "";
}
