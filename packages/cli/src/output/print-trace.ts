// What rules tried and how it came out, with the values they saw.
import type { ActionEvent, Decision, ExplainedAttempt, TraceEntry } from "@omega/core";
import { visible } from "./display-text.ts";
import { describeUnknown, printValue } from "./print-value.ts";
import type { Style } from "./style.ts";
import { wrapIndented } from "./wrap-text.ts";

type TraceAtom = TraceEntry["atoms"][number];
type Bindings = TraceEntry["bindings"];

/**
 * Why the rule took the action, with the values it saw, in the reader's language: `because Distance < 1m, where Distance
 * is 0.4 m`.
 */
export function reasonOf(
  event: ActionEvent,
  attempts: readonly ExplainedAttempt[],
  { unknowns }: Decision,
  phrase: Style["phrase"],
): string | null {
  if (event.rule === "failsafe") return phrase("because the rules leave the decision open");
  const fired = attempts.find(
    ({ rule, outcome, bindings, takes }) =>
      rule === event.rule &&
      outcome === "fired" &&
      takes.includes(event.name) &&
      sameBindings(bindings, event.bindings),
  );
  if (fired === undefined) return null;
  if (fired.clause === "ELSE") return phrase("because no condition before ELSE holds");
  if (fired.clause === "UNKNOWN") {
    const causes = unknowns
      .filter(({ rule, handled }) => rule === event.rule && handled === true)
      .map(({ path, reason }) => `${path} is ${describeUnknown(reason)}`);
    return listBehind("because", causes, phrase);
  }
  const because = phrase(becauseOf(fired));
  const values = valuesSeen(fired.deciding);
  return values.length === 0 ? because : `${because}, ${listBehind("where", values, phrase)}`;
}

/** `where Distance is 0.4 m, Mode is "auto"`: each a phrase with the word, which is said once. */
function listBehind(word: string, items: readonly string[], phrase: Style["phrase"]): string {
  const said = `${phrase(word)} `;
  const phrases = [...new Set(items)].map((item) => phrase(`${word} ${item}`));
  return phrases
    .map((text, index) => (index > 0 && text.startsWith(said) ? text.slice(said.length) : text))
    .join(", ");
}

/** What was asked: `because Distance < 1m`; for an arm of MATCH `because Mode matches "auto"`. */
function becauseOf({ clause, deciding }: ExplainedAttempt): string {
  const pattern = /^(.*) =>$/s.exec(clause)?.[1];
  const subject = deciding[0]?.operands[0]?.text;
  return pattern === undefined || subject === undefined
    ? `because ${clause.replace(/^(ELSE )?IF /, "")}`
    : `because ${subject} matches ${pattern}`;
}

function sameBindings(a: Bindings, b: Bindings): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** `, where Distance is 0.4 m`: what atoms saw, but for what is plain in their texts. "" when they saw nothing else. */
export function whereClause(atoms: readonly TraceAtom[]): string {
  const values = valuesSeen(atoms);
  return values.length === 0 ? "" : `, where ${values.join(", ")}`;
}

/** `Distance is 0.4 m`, each once. */
function valuesSeen(atoms: readonly TraceAtom[]): readonly string[] {
  const values = atoms.flatMap(({ value, operands }) =>
    value === "not evaluated"
      ? []
      : operands
          .filter(
            ({ text, value: json }) => withoutSpaces(printValue(json)) !== withoutSpaces(text),
          )
          .map(({ text, value: json }) => `${text} is ${printValue(json)}`),
  );
  return [...new Set(values)];
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, "");
}

/** Each thing a trace holds, with all atoms of its condition. */
export function printTrace(
  trace: readonly TraceEntry[],
  style: Style,
  width: number,
): readonly string[] {
  return trace.map((entry) => printAttempt(entry, style, width));
}

function describeClause({ branch, text }: TraceEntry, phrase: Style["phrase"]): string {
  if (branch === "else") return "ELSE";
  if (branch === "unknown") return "UNKNOWN";
  return branch === null || branch === 0 ? text : `${text} (${phrase(`branch ${branch + 1}`)})`;
}

function printAttempt(entry: TraceEntry, style: Style, width: number): string {
  const { rule, line, bindings, outcome, atoms } = entry;
  const bound = Object.entries(bindings).map(([name, path]) => `, ${name} = ${path}`);
  const place = style.phrase(`${rule}, line ${line}`);
  const head = `${place}${bound.join("")}: ${describeClause(entry, style.phrase)}`;
  // A lone atom without values says no more than the clause does.
  const [only, another] = atoms;
  const plain = another === undefined && (only?.operands.length ?? 0) === 0;
  return [
    `  ${outcomeMark(outcome, style)}  ${wrapIndented(visible(head), width, 5)}`,
    ...(plain ? [] : atoms.map((atom) => `     ${printAtom(atom, style, width)}`)),
  ].join("\n");
}

/** `✓` fired, `·` not fired, `?` unknown. */
function outcomeMark(outcome: TraceEntry["outcome"], style: Style): string {
  switch (outcome) {
    case "fired":
      return style.green("✓");
    case "not fired":
      return style.dim("·");
    case "unknown":
      return style.yellow("?");
  }
}

/** The atom as it stands in the document, and what it saw, in the reader's language. */
export function withWhatItSaw(atom: TraceAtom, { phrase }: Style): string {
  const saw = whereClause([atom]).replace(/^, /, "");
  return saw === "" ? atom.text : `${atom.text}, ${phrase(saw)}`;
}

function printAtom(atom: TraceAtom, style: Style, width: number): string {
  const { phrase } = style;
  const widest = phrase("not evaluated").length;
  const text = wrapIndented(visible(withWhatItSaw(atom, style)), width, 5 + widest + 2);
  return style.dim(`${phrase(atom.value).padEnd(widest)}  ${text}`);
}
