// A program as the body of one JavaScript function. It is given the run-time support and gives back how contexts are copied,
// and the program's pieces: short enough each for engines to optimise.
import type { Program, ProgramRule } from "../semantics/program.ts";
import { type Emission, newScope, type Scope } from "./emission.ts";
import { emitCondition, emitScalar } from "./emit-expression.ts";
import { emitIntake } from "./emit-intake.ts";
import { oddReading } from "./emit-place.ts";
import { emitBlock } from "./emit-rule.ts";
import { emitSettled } from "./emit-settled.ts";
import { printAccess } from "./print-literal.ts";
import { numberRules } from "./rule-table.ts";

/** Code, and what a host must allow for it to be used. */
export interface EmittedProgram {
  /** The body of a function of `runtime`; it returns `EmittedParts`. */
  readonly code: string;
  /** Where each piece ends, as a position among the program's rules. */
  readonly ends: readonly number[];
  /** The length of the longest list that is built into the code. */
  readonly longestList: number;
  /** Rules that have no code of their own. */
  readonly interpreted: readonly ProgramRule[];
}

/**
 * How many characters of rules one piece holds: some eighty rules of two comparisons. V8 never optimises
 * functions of more than 60 kB of bytecode; pieces of this length come to a third of that.
 */
const pieceLength = 5_000;

/** What emitted code calls: the members of `nativeSupport`. */
const support = [
  "bound",
  "call",
  "compilePattern",
  "copyJson",
  "copyOthers",
  "formatInstant",
  "freeze",
  "getPrototypeOf",
  "hasLoneSurrogate",
  "hasRoom",
  "instantAt",
  "instantOf",
  "interpret",
  "isPrototypeOfRecords",
  "lambda",
  "modulo",
  "odd",
  "oddNumber",
  "oddTime",
  "remembered",
  "standardFunction",
];

/** The program as code. Every program has some: what has no code of its own is handed to the interpreter rule by rule. */
export function emitProgram(program: Program): EmittedProgram {
  const table = numberRules(program);
  const emission: Emission = {
    program,
    expressions: { scalar: emitScalar, condition: emitCondition },
    table,
    numbers: new Map(table.map(({ rule }, index) => [rule, index])),
    counted: countedVariables(program),
    constants: new Map(),
    temporaries: 0,
    interpreted: [],
    longestList: 0,
  };
  let locals: Scope["locals"] = new Map();
  const scopes: Scope[] = [];
  const ends: number[] = [];
  let end = 0;
  for (const rules of split(program.rules)) {
    end += rules.length;
    ends.push(end);
    const scope = newScope(emission, locals, "return -1;");
    locals = emitBlock(rules, 0, scope);
    scopes.push(scope);
  }
  const settled = emitSettled(emission);
  const plain = new Map([...scopes, settled].flatMap(({ reads }) => [...reads.plain]));
  const readers = chunks([...plain], readsOfPiece).map((reads) => printReader(reads, program));
  // One that is all there is to read stands in the first piece.
  const [only] = readers.length === 1 ? readers.splice(0) : [];
  const copy = emitIntake(emission);
  const constants = [...emission.constants].map(([code, name]) => `const ${name} = ${code};`);
  const code = [
    '"use strict";',
    `const { ${support.join(", ")} } = runtime;`,
    "const none = freeze({});",
    ...constants,
    `return { copy: ${copy}, pieces: [`,
    ...readers.map((reader) => `function (f) {\n${reader}\nreturn f.steps;\n},`),
    ...scopes.map((scope, index) => `${printPiece(scope, index === 0 ? only : undefined)},`),
    "],",
    `isSettled: ${printFunction(settled, [], "return true;")} };`,
  ].join("\n");
  const { longestList, interpreted } = emission;
  return { code, ends: [...readers.map(() => 0), ...ends], longestList, interpreted };
}

/** How many attributes one piece reads for the others. */
const readsOfPiece = 100;

/**
 * Statements that hold readings to what they mostly are. Where one is not, `f.read` takes the place of the context: a copy
 * with values in place of readings.
 */
function printReader(reads: readonly (readonly [number, string])[], program: Program): string {
  const values = reads.flatMap(([index, condition]) => {
    const attribute = program.attributes[index];
    if (attribute === undefined) return [];
    const name = printAccess(attribute.name);
    return `r${name} = ${condition} ? c${name} : ${oddReading(index, attribute)};`;
  });
  return [
    "{",
    "const c = f.json;",
    `if (!(${reads.map(([, condition]) => condition).join("\n&& ")})) {`,
    "const r = f.read === c ? (f.read = { ...c }) : f.read;",
    ...values,
    "}",
    "}",
  ].join("\n");
}

function printPiece(scope: Scope, reader: string | undefined): string {
  return printFunction(scope, reader === undefined ? [] : [reader], "return f.steps = steps;");
}

function printFunction(
  { reads, lines, emission: { program } }: Scope,
  front: readonly string[],
  end: string,
): string {
  return [
    "function (f) {",
    ...front,
    "const c = f.read, v = f.values, taken = f.taken, most = f.most;",
    "let steps = f.steps;",
    ...[...reads.places].map((index) => place(index, program)),
    ...[...reads.values].map(([index, value]) => `const a${index} = ${value};`),
    ...[...reads.searches].map(([index, usable]) => `const m${index} = ${usable};`),
    ...lines,
    end,
    "}",
  ].join("\n");
}

function place(index: number, { attributes }: Program): string {
  return `const j${index} = c${printAccess(attributes[index]?.name ?? "")};`;
}

function chunks<Item>(items: readonly Item[], length: number): (readonly Item[])[] {
  const count = Math.ceil(items.length / length);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );
}

function split(rules: readonly ProgramRule[]): readonly (readonly ProgramRule[])[] {
  const pieces: ProgramRule[][] = [];
  let piece: ProgramRule[] = [];
  let length = 0;
  for (const rule of rules) {
    const own = rule.span.end - rule.span.start;
    if (piece.length > 0 && length + own > pieceLength) {
      pieces.push(piece);
      piece = [];
      length = 0;
    }
    piece.push(rule);
    length += own;
  }
  return piece.length === 0 ? pieces : [...pieces, piece];
}

/** The loop variables that AT MOST and EXACTLY ONE count PER. */
function countedVariables({ constraints }: Program): ReadonlySet<string> {
  const counted = new Set<string>();
  for (const { clause } of constraints) {
    if ((clause.kind === "at-most" || clause.kind === "exactly-one") && clause.per !== null) {
      counted.add(clause.per);
    }
  }
  return counted;
}
