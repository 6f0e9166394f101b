// Regular expressions, second step: the tree as a program for a machine that follows all its ways at once (Pike's),
// so that the time is bounded by text times program whatever the pattern. No backtracking, no host RegExp.

import { type Assertion, contains, type PatternNode, type Ranges } from "./pattern-syntax.ts";

// Operations, those that wait for a character first: the machine's lists hold nothing else.
const CHARACTER = 0; // argument: code point
const SET = 1; // argument: number of the set
const MATCH = 2;
const SPLIT = 3; // on to the argument first, then to the alternative
const JUMP = 4; // argument: where to
const SAVE = 5; // argument: slot
const ASSERT = 6; // argument: number of the assertion

const ASSERTIONS: readonly Assertion[] = [
  "text start",
  "text end",
  "line start",
  "line end",
  "word boundary",
  "no word boundary",
];

export interface PatternProgram {
  readonly operations: Uint8Array;
  readonly arguments: Int32Array;
  readonly alternatives: Int32Array;
  readonly sets: readonly Ranges[];
  /** For each set the first 128 characters, 1 where it holds them. */
  readonly asciiSets: Uint8Array;
  /** Two for each group: where it starts and ends; 0 and 1 are the whole match. */
  readonly slots: number;
  /** What every match begins with, as it is. */
  readonly prefix: string;
  /** Every match begins where the text does. */
  readonly anchored: boolean;
  readonly machine: Machine;
}

/** A thousand repetitions of two or three characters, or a list of some hundred words. */
const MOST_INSTRUCTIONS = 3000;

// --- compiling ----------------------------------------------------------------------------------------------------

interface Instruction {
  readonly operation: number;
  argument: number;
  alternative: number;
}

interface Output {
  readonly instructions: Instruction[];
  readonly sets: Ranges[];
}

/** The program of a tree, or null where it would take more than `MOST_INSTRUCTIONS`. */
export function compileProgram(tree: PatternNode, groups: number): PatternProgram | null {
  const output: Output = { instructions: [], sets: [] };
  emit({ kind: "group", index: 0, node: tree, span: tree.span }, output);
  put(output, MATCH);
  const { instructions, sets } = output;
  if (instructions.length > MOST_INSTRUCTIONS) return null;
  return {
    operations: Uint8Array.from(instructions, ({ operation }) => operation),
    arguments: Int32Array.from(instructions, ({ argument }) => argument),
    alternatives: Int32Array.from(instructions, ({ alternative }) => alternative),
    sets,
    asciiSets: asciiSets(sets),
    slots: groups * 2,
    ...beginningOf(instructions),
    machine: newMachine(instructions.length),
  };
}

function put(output: Output, operation: number, argument = 0, alternative = 0): Instruction {
  const instruction = { operation, argument, alternative };
  output.instructions.push(instruction);
  return instruction;
}

const isFull = (output: Output): boolean => output.instructions.length > MOST_INSTRUCTIONS;

function emit(node: PatternNode, output: Output): void {
  if (isFull(output)) return;
  switch (node.kind) {
    case "empty":
      return;
    case "character":
      put(output, CHARACTER, node.codePoint);
      return;
    case "set":
      put(output, SET, numberOfSet(node.ranges, output.sets));
      return;
    case "assertion":
      put(output, ASSERT, ASSERTIONS.indexOf(node.assertion));
      return;
    case "group":
      put(output, SAVE, node.index * 2);
      emit(node.node, output);
      put(output, SAVE, node.index * 2 + 1);
      return;
    case "sequence":
      for (const part of node.nodes) emit(part, output);
      return;
    case "choice":
      emitChoice(node.nodes, output);
      return;
    case "repeat":
      emitRepeat(node, output);
      return;
  }
}

/** Repetitions share their set, and so do sets that go by name; few patterns have many others. */
function numberOfSet(ranges: Ranges, sets: Ranges[]): number {
  const known = sets.lastIndexOf(ranges);
  return known >= 0 ? known : sets.push(ranges) - 1;
}

function asciiSets(sets: readonly Ranges[]): Uint8Array {
  const ascii = new Uint8Array(sets.length * 128);
  for (const [number, ranges] of sets.entries()) {
    for (let index = 0; index < ranges.length; index += 2) {
      const last = Math.min(ranges[index + 1] ?? 0, 127);
      for (let code = ranges[index] ?? 0; code <= last; code++) ascii[number * 128 + code] = 1;
    }
  }
  return ascii;
}

function emitChoice(nodes: readonly PatternNode[], output: Output): void {
  const { instructions } = output;
  const jumps: Instruction[] = [];
  for (const [index, node] of nodes.entries()) {
    if (index === nodes.length - 1) {
      emit(node, output);
      break;
    }
    const split = put(output, SPLIT, instructions.length + 1);
    emit(node, output);
    jumps.push(put(output, JUMP));
    split.alternative = instructions.length;
  }
  for (const jump of jumps) jump.argument = instructions.length;
}

function emitRepeat(repeat: PatternNode & { readonly kind: "repeat" }, output: Output): void {
  const { node, min, max, greedy } = repeat;
  const { instructions } = output;
  /** On with what comes next, or away to where `leave` is told later; a lazy repetition would rather leave. */
  const fork = (): ((target: number) => void) => {
    const next = instructions.length + 1;
    const split = put(output, SPLIT, next, next);
    return (target) => {
      if (greedy) split.alternative = target;
      else split.argument = target;
    };
  };
  if (Number.isFinite(max)) {
    for (let count = 0; count < min; count++) emit(node, output);
    const leaves: ((target: number) => void)[] = [];
    for (let count = min; count < max && !isFull(output); count++) {
      leaves.push(fork());
      emit(node, output);
    }
    for (const leave of leaves) leave(instructions.length);
    return;
  }
  for (let count = 1; count < min; count++) emit(node, output);
  if (min > 0 || matchesEmpty(node)) {
    // One or more. None or more of what may be empty is one or more of it, or nothing: that keeps the order of ways.
    const leave = min > 0 ? null : fork();
    const start = instructions.length;
    emit(node, output);
    const after = instructions.length + 1;
    if (greedy) put(output, SPLIT, start, after);
    else put(output, SPLIT, after, start);
    leave?.(after);
    return;
  }
  const start = instructions.length;
  const leave = fork();
  emit(node, output);
  put(output, JUMP, start);
  leave(instructions.length);
}

function matchesEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case "empty":
    case "assertion":
      return true;
    case "character":
    case "set":
      return false;
    case "group":
      return matchesEmpty(node.node);
    case "sequence":
      return node.nodes.every(matchesEmpty);
    case "choice":
      return node.nodes.some(matchesEmpty);
    case "repeat":
      return node.min === 0 || matchesEmpty(node.node);
  }
}

function beginningOf(instructions: readonly Instruction[]): {
  readonly prefix: string;
  readonly anchored: boolean;
} {
  let prefix = "";
  for (const { operation, argument } of instructions) {
    if (operation === SAVE) continue;
    if (operation === ASSERT && ASSERTIONS[argument] === "text start" && prefix === "") {
      return { prefix, anchored: true };
    }
    // Half a surrogate pair would be found inside a whole one.
    if (operation !== CHARACTER || (argument & 0x1ff800) === 0xd800) break;
    prefix += String.fromCodePoint(argument);
  }
  return { prefix, anchored: false };
}

// --- running ------------------------------------------------------------------------------------------------------

/** Where each group starts and ends, -1 where it took no part. */
export type Captures = readonly number[];

/** Counts the machine's work down; a run that finds it below zero gives up. */
export interface Work {
  left: number;
}

/** The instructions that wait for the character at one position, the preferred first, each once. */
interface Threads {
  length: number;
  readonly instructions: Int32Array;
  readonly captures: Captures[];
}

/** What a program runs with, kept from run to run: runs cannot overlap. */
interface Machine {
  current: Threads;
  next: Threads;
  /** By instruction, the last generation in which it was passed; each position has one of its own. */
  readonly marks: Int32Array;
  generation: number;
  /** What `follow` has yet to visit; empty between calls. */
  readonly pending: number[];
  readonly pendingCaptures: Captures[];
}

const newThreads = (size: number): Threads => ({
  length: 0,
  instructions: new Int32Array(size),
  captures: [],
});

const newMachine = (size: number): Machine => ({
  current: newThreads(size),
  next: newThreads(size),
  marks: new Int32Array(size),
  generation: 0,
  pending: [],
  pendingCaptures: [],
});

const NO_CAPTURES: Captures = [];

/**
 * The leftmost match at or after a position, of those the one that a backtracking engine would find first; null
 * where there is none or the work is used up. Without `wantsCaptures` it only tells whether there is a match.
 */
export function runProgram(
  program: PatternProgram,
  text: string,
  from: number,
  wantsCaptures: boolean,
  work: Work,
): Captures | null {
  const { operations, arguments: operands, asciiSets, sets, prefix, anchored, machine } = program;
  const { marks } = machine;
  const initial = wantsCaptures ? new Array<number>(program.slots).fill(-1) : NO_CAPTURES;
  let { current, next } = machine;
  current.length = 0;
  nextGeneration(machine, text.length - from + 2);
  let found: Captures | null = null;
  for (let at = from; ; ) {
    if (found === null && (!anchored || at === 0)) {
      if (current.length === 0 && prefix !== "") {
        at = text.indexOf(prefix, at);
        if (at < 0) return null;
      }
      follow(program, 0, text, at, initial, current, work);
    }
    if (current.length === 0 && (found !== null || anchored)) break;
    work.left -= current.length + 1;
    if (work.left < 0) return null;
    const codePoint = at < text.length ? (text.codePointAt(at) ?? -1) : -1;
    const after = at + (codePoint > 0xffff ? 2 : 1);
    machine.generation++;
    const { generation } = machine;
    next.length = 0;
    for (let index = 0; index < current.length; index++) {
      const instruction = current.instructions[index] ?? 0;
      const operation = operations[instruction];
      const operand = operands[instruction] ?? 0;
      if (operation === MATCH) {
        found = current.captures[index] ?? initial;
        if (!wantsCaptures) return found;
        break;
      }
      const goesOn =
        operation === CHARACTER
          ? operand === codePoint
          : codePoint < 128
            ? asciiSets[operand * 128 + codePoint] === 1 && codePoint >= 0
            : contains(sets[operand] ?? [], codePoint);
      if (!goesOn) continue;
      const on = instruction + 1;
      if (marks[on] === generation) continue;
      if (wantsCaptures || (operations[on] ?? 0) > MATCH) {
        follow(program, on, text, after, current.captures[index] ?? initial, next, work);
      } else {
        marks[on] = generation;
        next.instructions[next.length++] = on;
      }
    }
    if (codePoint < 0) break;
    at = after;
    [current, next] = [next, current];
  }
  return found;
}

/** Leaves room for as many generations as a run may need, starting over before the numbers run out. */
function nextGeneration(machine: Machine, needed: number): void {
  if (machine.generation + needed > 0x7ffffff0) {
    machine.marks.fill(0);
    machine.generation = 0;
  }
  machine.generation++;
}

/** Adds the instructions that can be reached without reading a character, the preferred first. */
function follow(
  program: PatternProgram,
  start: number,
  text: string,
  at: number,
  startCaptures: Captures,
  threads: Threads,
  work: Work,
): void {
  const { operations, arguments: operands, alternatives, machine } = program;
  const { marks, generation, pending, pendingCaptures } = machine;
  pending.push(start);
  pendingCaptures.push(startCaptures);
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    let instruction = visit;
    let captures = pendingCaptures.pop() ?? startCaptures;
    while (marks[instruction] !== generation) {
      marks[instruction] = generation;
      work.left--;
      const operand = operands[instruction] ?? 0;
      const operation = operations[instruction] ?? MATCH;
      if (operation <= MATCH) {
        threads.captures[threads.length] = captures;
        threads.instructions[threads.length++] = instruction;
        break;
      }
      if (operation === SPLIT) {
        pending.push(alternatives[instruction] ?? 0);
        pendingCaptures.push(captures);
        instruction = operand;
      } else if (operation === JUMP) {
        instruction = operand;
      } else if (operation === SAVE) {
        if (captures.length > 0) captures = withSlot(captures, operand, at, work);
        instruction++;
      } else {
        if (!holds(operand, text, at)) break;
        instruction++;
      }
    }
  }
}

function withSlot(captures: Captures, slot: number, at: number, work: Work): Captures {
  work.left -= captures.length;
  const copy = captures.slice();
  copy[slot] = at;
  return copy;
}

const LINE_FEED = 0x0a;

function holds(assertion: number, text: string, at: number): boolean {
  switch (ASSERTIONS[assertion]) {
    case "text start":
      return at === 0;
    case "text end":
      return at === text.length;
    case "line start":
      return at === 0 || text.charCodeAt(at - 1) === LINE_FEED;
    case "line end":
      return at === text.length || text.charCodeAt(at) === LINE_FEED;
    case "word boundary":
      return isWord(text, at - 1) !== isWord(text, at);
    default:
      return isWord(text, at - 1) === isWord(text, at);
  }
}

function isWord(text: string, at: number): boolean {
  const code = at < 0 || at >= text.length ? 0 : text.charCodeAt(at);
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f
  );
}
