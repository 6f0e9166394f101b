// An EXAMPLE as OMEGA text: what is given, in the attributes' units, and what the evaluator decides.
import { type Decision, type JsonValue, printName } from "@omega/core";
import type { JsonRecord } from "../witness.ts";
import type { Candidate } from "./candidate.ts";
import { isRecord } from "./readings.ts";
import { readingCost } from "./simplify-candidate.ts";

/** A context file that the document's examples begin from, as it is written there. */
export interface ContextFile {
  readonly path: string;
  readonly context: JsonRecord;
}

export interface WrittenExample {
  readonly title: string;
  /** What it is there to show, a line each. */
  readonly shows: readonly string[];
  readonly candidate: Candidate;
  readonly decision: Decision;
}

const WIDTH = 100;
const MOST_COMMENTS = 4;

/** The section, without an empty line before or behind it. `withArguments` has the actions' arguments expected, too. */
export function writeExample(
  { title, shows, candidate, decision }: WrittenExample,
  files: readonly ContextFile[],
  withArguments: boolean,
): string {
  const { context, now } = candidate;
  const file = cheapestFile(candidate, files);
  const base = file?.context ?? {};
  const names = [...new Set([...Object.keys(base), ...Object.keys(context)])];
  const givens = names
    .filter((name) => JSON.stringify(base[name]) !== JSON.stringify(context[name]))
    .map((name) => `${printName(name)} = ${printGiven(context[name] ?? null)}`);
  // One thing that the title says already is not said again.
  const told = shows.length === 1 && shows[0] === title ? [] : shows;
  const hidden = told.length - MOST_COMMENTS;
  const lines = [
    `EXAMPLE ${title}:`,
    ...told.slice(0, MOST_COMMENTS).map((shown) => `# ${shown}`),
    ...(hidden > 0 ? [`# and ${hidden} more`] : []),
    ...(now === null ? [] : [`- AT ${JSON.stringify(now)}`]),
    ...(file === null ? [] : [`- GIVEN FILE ${JSON.stringify(file.path)}`]),
    ...(givens.length === 0 ? [] : wrapAtCommas("- GIVEN ", givens)),
    ...expectations(decision, withArguments),
  ];
  return lines.join("\n");
}

/** The file to begin from, where that leaves less to read than giving everything. */
function cheapestFile(candidate: Candidate, files: readonly ContextFile[]): ContextFile | null {
  let best: ContextFile | null = null;
  let least = readingCost(candidate, {});
  for (const file of files) {
    const cost = readingCost(candidate, file.context);
    if (cost < least) {
      best = file;
      least = cost;
    }
  }
  return best;
}

/** Over as few lines as fit; only a part that is too long for a line is broken, at its own commas. */
function wrapAtCommas(start: string, parts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = start;
  const add = (piece: string): void => {
    const isFirst = line === start || line === INDENT;
    if (!isFirst && line.length + piece.length > WIDTH) {
      lines.push(line.trimEnd());
      line = INDENT;
    }
    line += `${piece} `;
  };
  for (const [index, part] of parts.entries()) {
    const whole = index < parts.length - 1 ? `${part},` : part;
    if (whole.length <= WIDTH - INDENT.length) add(whole);
    else for (const piece of whole.match(betweenCommas) ?? []) add(piece.trimEnd());
  }
  return [...lines, line.trimEnd()];
}

/** A piece up to and with a comma; commas in texts are no end. */
const betweenCommas = /(?:"(?:[^"\\]|\\.)*"|[^",]|,(?! ))+(?:, ?)?/g;

const INDENT = "    ";

// --- values -------------------------------------------------------------------------------------------------------

/** A reading as a literal. */
function printGiven(json: JsonValue): string {
  if (json === null) return "null";
  if (typeof json === "number") return printNumber(json);
  if (typeof json === "string") return JSON.stringify(json);
  if (typeof json === "boolean") return json ? "true" : "false";
  if (!isRecord(json)) return `[${json.map(printGiven).join(", ")}]`;
  const entries = Object.entries(json);
  const { value, unit } = json;
  if (entries.length === 2 && typeof value === "number" && typeof unit === "string") {
    return `${printNumber(value)}${unit}`;
  }
  if (entries.length === 0) return "{}";
  const fields = entries.map(([name, member]) => `${printName(name)}: ${printGiven(member)}`);
  return `{ ${fields.join(", ")} }`;
}

/** Without an exponent: the language has none. */
function printNumber(number: number): string {
  const text = `${number}`;
  const [, sign = "", whole = "", behind = "", exponent = "0"] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (whole === "") return text;
  const digits = `${whole}${behind}`;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, "0")}`;
}

// --- what is expected ---------------------------------------------------------------------------------------------

/** Everything the decision says that an EXAMPLE can expect. */
function expectations(
  { status, actions, pending, violations, unknowns }: Decision,
  withArguments: boolean,
): readonly string[] {
  const print = ({ name, args }: Decision["actions"][number]): string =>
    `${printName(name)}${withArguments ? printArguments(args) : ""}`;
  const paths = [
    ...new Set(unknowns.flatMap(({ path, handled }) => (handled === true ? [] : [path]))),
  ].filter((path) => plainPath.test(path));
  const labels = [...new Set(violations.map(({ constraint }) => printName(constraint)))];
  return [
    ...(status === "decided" ? [] : [`- EXPECT STATUS ${status}`]),
    ...(paths.length === 0 ? [] : wrapAtCommas("- EXPECT UNKNOWN ", paths)),
    ...(labels.length === 0 ? [] : wrapAtCommas("- EXPECT VIOLATION ", labels)),
    ...(pending.length === 0 ? [] : wrapAtCommas("- EXPECT PENDING ", pending.map(print))),
    ...(actions.length === 0
      ? ["- EXPECT NOTHING"]
      : wrapAtCommas("- EXPECT ONLY ", actions.map(print))),
  ];
}

/** What can be written behind EXPECT UNKNOWN: other unknowns come from an operation and have no place. */
const plainPath = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*|\[\d+\])*$/u;

const LONGEST_ARGUMENTS = 60;

/** More digits are what arithmetic leaves, and nothing that anybody would write. */
const MOST_DIGITS = 8;

function isPlainArgument(value: JsonValue): boolean {
  if (typeof value === "number") return `${value}`.length <= MOST_DIGITS;
  if (value === null || typeof value !== "object") return value !== null;
  return isRecord(value) && typeof value.unit === "string" && isPlainArgument(value.value ?? null);
}

/** Arguments that are short and known; "" where they are not. */
function printArguments(args: { readonly [name: string]: JsonValue }): string {
  const entries = Object.entries(args);
  const isPlain = entries.every(([, value]) => isPlainArgument(value));
  if (entries.length === 0 || !isPlain) return "";
  const printed = entries.map(([name, value]) =>
    /^_\d+$/.test(name) ? printGiven(value) : `${printName(name)}: ${printGiven(value)}`,
  );
  const [only = ""] = printed;
  const text =
    printed.length === 1 && only.startsWith('"') ? ` ${only}` : `(${printed.join(", ")})`;
  return text.length > LONGEST_ARGUMENTS ? "" : text;
}
