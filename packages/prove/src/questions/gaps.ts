// Looks, when asked to, for inputs about which no rule does anything: ranges of readings, each as wide as it can be, with a proof
// that nothing fires in them.
import type { Decision, NumberType, Type } from "@omega/core";
import { boundOf, type Proving } from "../answer-question.ts";
import { type BoundaryValues, boundaryValues } from "../boundary-values.ts";
import { nothingMissing, type SymbolicInput } from "../encode-inputs.ts";
import type { EncodedProgram } from "../encode-rules.ts";
import { type AskedQuestion, notProven, type ProofAnswer } from "../proof-answer.ts";
import type { Step } from "../question.ts";
import type { SolverValue } from "../read-model.ts";
import {
  and,
  asReal,
  compare,
  not,
  or,
  real,
  type Term,
  text,
  type Variable,
  variablesOf,
} from "../term.ts";
import { writeContext, writeInstant } from "../witness.ts";
import { eventsOf } from "./constraints.ts";

/** More are no longer read, and there may be thousands. */
const MOST_SHOWN = 8;

export function askGaps(encoded: EncodedProgram): Step {
  const asked: AskedQuestion = {
    question: "gap",
    subject: "",
    line: encoded.program.rules[0]?.line ?? 1,
    text: "",
    claim: "some input leaves every rule idle",
  };
  return { asked, answer: (proving) => findGaps(asked, proving) };
}

async function findGaps(asked: AskedQuestion, proving: Proving): Promise<readonly ProofAnswer[]> {
  const { encoded, solver, timeout, evaluate } = proving;
  const { inputs, taken } = encoded;
  const beyond = taken.find(({ outside }) => outside !== null);
  if (beyond !== undefined) {
    return [notProven(asked, `\`${beyond.action}\` depends on ${beyond.outside}`)];
  }
  const fires = or(...taken.map(({ when }) => when));
  const given = [nothingMissing(inputs), ...inputs.assumptions, ...inputs.confinements];
  const written = variablesOf([fires, ...given]);
  const dimensions = dimensionsOf(encoded, variablesOf([fires]));
  const isGap = async (box: Box): Promise<boolean> => {
    const answer = await solver.ask([...given, termOf(box), fires], timeout);
    return answer.kind === "impossible";
  };
  const answers: ProofAnswer[] = [];
  const found: Term[] = [];
  while (answers.length < MOST_SHOWN) {
    const answer = await solver.ask([...given, not(fires), ...found.map(not)], timeout);
    if (answer.kind === "undecided") return [...answers, notProven(asked, answer.reason)];
    if (answer.kind === "impossible") return answers.length > 0 ? answers : [noGap(asked)];
    const context = writeContext(encoded, answer.values, written);
    const now = writeInstant(encoded, answer.values);
    if (actsIn(evaluate(context, now))) {
      const reason = "evaluation does not confirm the context found";
      return [...answers, notProven(asked, reason)];
    }
    const cell = boxAround(dimensions, answer.values);
    const isProved = await isGap(cell);
    const box = isProved ? await widen(cell, isGap) : cell;
    const listBound = isProved ? boundOf([fires], encoded) : null;
    const shown = {
      context,
      now: variablesOf([fires]).has(inputs.clock) ? now : null,
      listBound,
      breach: null,
    };
    const message = isProved
      ? "no rule takes an action where this holds"
      : "no rule takes an action in this context";
    const where = isProved ? describe(box) : "";
    const { question, subject, line } = asked;
    answers.push({ question, subject, line, text: where, outcome: "finding", message, ...shown });
    // Around a single context nothing is known that the next one could be kept out of.
    if (!isProved) break;
    found.push(termOf(box));
  }
  const more = { ...asked, claim: "other inputs leave every rule idle, too" };
  return [...answers, notProven(more, `these are the first ${answers.length} found`)];
}

function noGap({ question, subject, line, text: where }: AskedQuestion): ProofAnswer {
  const message = "some rule takes an action wherever every reading is known";
  const nothing = { context: null, now: null, listBound: null, breach: null };
  return { question, subject, line, text: where, outcome: "fine", message, ...nothing };
}

function actsIn(decision: Decision): boolean {
  return eventsOf(decision).some(({ rule }) => rule !== "failsafe");
}

// --- readings -----------------------------------------------------------------------------------------------------

/** A reading, cut into cells within which the conditions that compare it with literals do not change. */
interface Dimension {
  readonly name: string;
  readonly cells: readonly Cell[];
  /** Cells in order, so that only neighbours are joined. */
  readonly isOrdered: boolean;
  readonly variable: Variable;
  readonly describe: (chosen: readonly number[]) => string;
}

interface Cell {
  readonly holds: Term;
  readonly has: (value: SolverValue | undefined) => boolean;
}

function dimensionsOf(
  { program, inputs }: EncodedProgram,
  asked: ReadonlySet<Variable>,
): readonly Dimension[] {
  const values = boundaryValues([program]);
  const collect = (name: string, input: SymbolicInput): readonly Dimension[] => {
    switch (input.kind) {
      case "scalar": {
        const dimension = asked.has(input.value)
          ? cut(name, input.value, input.type, values)
          : null;
        return dimension === null ? [] : [dimension];
      }
      case "record":
        return [...input.fields].flatMap(([field, inner]) => collect(`${name}.${field}`, inner));
      case "list":
      case "outside":
        return [];
    }
  };
  return inputs.attributes.flatMap(({ attribute, input }) => collect(attribute.name, input));
}

/** Null for what cannot be cut: times, and texts of which any may come. */
function cut(
  name: string,
  variable: Variable,
  type: Type,
  values: BoundaryValues,
): Dimension | null {
  switch (type.kind) {
    case "boolean": {
      const cells = [false, true].map((value) => {
        return { holds: value ? variable : not(variable), has: (one: unknown) => one === value };
      });
      const describeBoolean = ([chosen]: readonly number[]): string =>
        chosen === 1 ? name : `NOT ${name}`;
      return { name, cells, isOrdered: false, variable, describe: describeBoolean };
    }
    case "text": {
      const members = type.values;
      if (members === null) return null;
      const cells = members.map((member) => {
        const holds = compare("=", variable, text(member));
        return { holds, has: (one: unknown) => one === member };
      });
      const describeMembers = (chosen: readonly number[]): string => {
        const names = chosen.map((index) => JSON.stringify(members[index]));
        return names.length === 1 ? `${name} == ${names[0]}` : `${name} IN [${names.join(", ")}]`;
      };
      return { name, cells, isOrdered: false, variable, describe: describeMembers };
    }
    case "number":
      return cutNumbers(name, variable, type, values.literals(type));
    default:
      return null;
  }
}

/** Below the first literal, that literal, between it and the second, and so on. */
function cutNumbers(
  name: string,
  variable: Variable,
  type: NumberType,
  literals: readonly number[],
): Dimension {
  const value = variable.sort === "Int" ? asReal(variable) : variable;
  const isBelow = (bound: number): Term => compare("<", value, real(bound));
  const isAbove = (bound: number): Term => compare("<", real(bound), value);
  const cells = [null, ...literals].flatMap((low, index): readonly Cell[] => {
    const high = literals[index];
    const between: Cell = {
      holds: and(
        ...(low === null ? [] : [isAbove(low)]),
        ...(high === undefined ? [] : [isBelow(high)]),
      ),
      has: (one) =>
        typeof one === "number" &&
        (low === null || one > low) &&
        (high === undefined || one < high),
    };
    if (high === undefined) return [between];
    return [between, { holds: compare("=", value, real(high)), has: (one) => one === high }];
  });
  const write = (bound: number): string => `${bound}${type.unit.symbol}`;
  const describeRange = (chosen: readonly number[]): string => {
    const [first = 0] = chosen;
    const last = chosen.at(-1) ?? first;
    // Odd cells are literals; an even one lies between those beside it.
    const low = literals[Math.floor((first - 1) / 2)];
    const high = literals[Math.floor(last / 2)];
    const hasLow = first % 2 === 1;
    const hasHigh = last % 2 === 1;
    if (first === last && hasLow && low !== undefined) return `${name} == ${write(low)}`;
    if (low !== undefined && high !== undefined && hasLow && hasHigh) {
      return `${name} BETWEEN ${write(low)} AND ${write(high)}`;
    }
    return [
      ...(low === undefined ? [] : [`${name} ${hasLow ? ">=" : ">"} ${write(low)}`]),
      ...(high === undefined ? [] : [`${name} ${hasHigh ? "<=" : "<"} ${write(high)}`]),
    ].join(" AND ");
  };
  return { name, cells, isOrdered: true, variable, describe: describeRange };
}

// --- boxes --------------------------------------------------------------------------------------------------------

/** Of each reading the cells that it may be in, in their order. */
type Box = readonly { readonly dimension: Dimension; readonly chosen: readonly number[] }[];

function boxAround(
  dimensions: readonly Dimension[],
  values: ReadonlyMap<string, SolverValue>,
): Box {
  return dimensions.map((dimension) => {
    const value = values.get(dimension.variable.name);
    const index = dimension.cells.findIndex((cell) => cell.has(value));
    // What the solver leaves open may be anything.
    return { dimension, chosen: index === -1 ? everyCell(dimension) : [index] };
  });
}

function everyCell({ cells }: Dimension): readonly number[] {
  return [...cells.keys()];
}

function termOf(box: Box): Term {
  return and(
    ...box.map(({ dimension: { cells }, chosen }) =>
      chosen.length === cells.length
        ? and()
        : or(...chosen.flatMap((index) => cells[index]?.holds ?? [])),
    ),
  );
}

/** As wide as it can be, reading by reading: all of it, or cell by cell to either side. */
async function widen(box: Box, isGap: (box: Box) => Promise<boolean>): Promise<Box> {
  let widest = box;
  for (const [place, { dimension }] of box.entries()) {
    const having = (chosen: readonly number[]): Box =>
      widest.map((side, index) => (index === place ? { dimension, chosen } : side));
    const everything = having(everyCell(dimension));
    if (await isGap(everything)) {
      widest = everything;
      continue;
    }
    const [start = 0] = box[place]?.chosen ?? [];
    const above = dimension.cells.map((_, index) => index).slice(start + 1);
    const below = dimension.cells
      .map((_, index) => index)
      .slice(0, start)
      .reverse();
    for (const side of [above, below]) {
      for (const index of side) {
        const chosen = [...(widest[place]?.chosen ?? []), index].sort((one, other) => one - other);
        const wider = having(chosen);
        if (await isGap(wider)) widest = wider;
        else if (dimension.isOrdered) break;
      }
    }
  }
  return widest;
}

/** As a condition of a rule would say it. */
function describe(box: Box): string {
  const parts = box.flatMap(({ dimension, chosen }) =>
    chosen.length === dimension.cells.length ? [] : [dimension.describe(chosen)],
  );
  return parts.length === 0 ? "TRUE" : parts.join(" AND ");
}
