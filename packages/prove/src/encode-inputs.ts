// The input of a program as variables: every attribute known or not, in its unit, within its declaration.
import type { Ir, Program, Type } from "@omega/core";
import { encodeConstant } from "./encode-constant.ts";
import { chooseValue, outside, type SymbolicValue } from "./symbolic-value.ts";
import {
  and,
  apply,
  compare,
  not,
  or,
  real,
  type Sort,
  type Term,
  text,
  type Variable,
  variablesOf,
  whole,
} from "./term.ts";

/** How one reading is made of variables: what a witness is written from. */
export type SymbolicInput =
  | {
      readonly kind: "scalar";
      readonly type: Type;
      readonly known: Variable;
      readonly value: Variable;
    }
  | {
      readonly kind: "record";
      readonly known: Variable;
      readonly fields: ReadonlyMap<string, SymbolicInput>;
    }
  | {
      readonly kind: "list";
      readonly known: Variable;
      readonly length: Variable;
      readonly elements: readonly SymbolicInput[];
    }
  /** Nothing is said of it, so a witness leaves it out. */
  | { readonly kind: "outside" };

interface EncodedAttribute {
  readonly attribute: Ir.ProgramAttribute;
  readonly input: SymbolicInput;
  /** Whether nothing is given, so that the default stands in; null without a default. */
  readonly absent: Variable | null;
  readonly value: SymbolicValue;
}

export interface EncodedInputs {
  readonly attributes: readonly EncodedAttribute[];
  /** The instant of the evaluation, in milliseconds. */
  readonly clock: Variable;
  /** What holds of every input: ranges, enumerations, whole numbers. */
  readonly assumptions: readonly Term[];
  /** What encoding a program asks of inputs besides, so that no list is longer than the bound: it adds to these. */
  readonly confinements: Term[];
}

interface Encoding {
  readonly bound: number;
  readonly assumptions: Term[];
  readonly variable: (sort: Sort) => Variable;
}

/** Lists have at most `bound` elements. */
export function encodeInputs(program: Program, bound: number): EncodedInputs {
  const assumptions: Term[] = [];
  let count = 0;
  const variable = (sort: Sort): Variable => ({ kind: "variable", sort, name: `v${count++}` });
  const encoding: Encoding = { bound, assumptions, variable };
  const attributes = program.attributes.map((attribute): EncodedAttribute => {
    const [input, read] = encodeInput(attribute.type, 0, encoding);
    if (attribute.default === null) return { attribute, input, absent: null, value: read };
    const absent = variable("Bool");
    const standIn = encodeConstant(attribute.default);
    return { attribute, input, absent, value: chooseValue(absent, standIn, read) };
  });
  const clock: Variable = { kind: "variable", sort: "Int", name: "now" };
  assumptions.push(...isInstant(clock));
  return { attributes, clock, assumptions, confinements: [] };
}

/** Lists of lists of lists multiply; deeper ones are outside. */
const deepest = 6;

function encodeInput(
  type: Type,
  depth: number,
  encoding: Encoding,
): readonly [SymbolicInput, SymbolicValue] {
  const { variable, assumptions } = encoding;
  if (type.kind === "undetermined") {
    return [{ kind: "outside" }, outside("an attribute whose kind nothing settles")];
  }
  if (depth > deepest) return [{ kind: "outside" }, outside("a deeply nested attribute")];
  const known = variable("Bool");
  switch (type.kind) {
    case "boolean": {
      const value = variable("Bool");
      return [
        { kind: "scalar", type, known, value },
        { kind: "boolean", known, value },
      ];
    }
    case "number": {
      const value = variable(type.integer ? "Int" : "Real");
      const number = type.integer ? apply("to_real", value) : value;
      const { minimum, maximum } = type;
      if (minimum !== null) assumptions.push(compare("<=", real(minimum), number));
      if (maximum !== null) assumptions.push(compare("<=", number, real(maximum)));
      return [
        { kind: "scalar", type, known, value },
        { kind: "number", known, value: number },
      ];
    }
    case "text": {
      const value = variable("Text");
      if (type.values !== null)
        assumptions.push(or(...type.values.map((member) => compare("=", value, text(member)))));
      return [
        { kind: "scalar", type, known, value },
        { kind: "text", known, value },
      ];
    }
    case "time": {
      const value = variable("Int");
      assumptions.push(...isInstant(value));
      return [
        { kind: "scalar", type, known, value },
        { kind: "time", known, value: apply("to_real", value) },
      ];
    }
    case "record": {
      const fields = new Map<string, SymbolicInput>();
      const values = new Map<string, SymbolicValue>();
      for (const field of type.fields) {
        const [input, value] = encodeInput(field.type, depth + 1, encoding);
        fields.set(field.name, input);
        values.set(field.name, value);
      }
      return [
        { kind: "record", known, fields },
        { kind: "record", known, fields: values, open: type.open },
      ];
    }
    case "list": {
      const length = variable("Int");
      assumptions.push(
        and(compare("<=", whole(0), length), compare("<=", length, whole(encoding.bound))),
      );
      const pairs = Array.from({ length: encoding.bound }, () =>
        encodeInput(type.element, depth + 1, encoding),
      );
      return [
        { kind: "list", known, length, elements: pairs.map(([input]) => input) },
        {
          kind: "list",
          known,
          length,
          slots: pairs.map(([, value], index) => ({
            present: compare("<", whole(index), length),
            value,
          })),
          dense: true,
          more: compare("<", whole(encoding.bound), length),
        },
      ];
    }
  }
}

// The years 1 to 9999, which every host can write.
export const earliestInstant = -62_135_596_800_000;
export const latestInstant = 253_402_300_799_999;

function isInstant(value: Term): readonly Term[] {
  return [compare("<=", whole(earliestInstant), value), compare("<=", value, whole(latestInstant))];
}

/** That every reading is there. */
export function nothingMissing({ attributes }: EncodedInputs): Term {
  return and(
    ...attributes.flatMap(({ input, absent }) => [
      ...knownIn(input),
      ...(absent === null ? [] : [not(absent)]),
    ]),
  );
}

/** The same of the readings with a variable in `asked` only. */
export function nothingMissingOf(inputs: EncodedInputs, asked: ReadonlySet<Variable>): Term {
  const all = nothingMissing(inputs);
  const parts = all.kind === "apply" && all.operator === "and" ? all.operands : [all];
  return and(...parts.filter((part) => [...variablesOf([part])].every((one) => asked.has(one))));
}

/** That the clock and times read with a variable in `asked` are of a year that readers of a context take for today's. */
export function inOurTimes(
  { attributes, clock }: EncodedInputs,
  asked: ReadonlySet<Variable>,
): readonly Term[] {
  const times = attributes.flatMap(({ input }) => timesIn(input));
  return [clock, ...times]
    .filter((time) => asked.has(time))
    .flatMap((time) => [compare("<=", whole(begin), time), compare("<", time, whole(end))]);
}

const begin = Date.UTC(2026, 0, 1);
const end = Date.UTC(2027, 0, 1);

function timesIn(input: SymbolicInput): readonly Variable[] {
  switch (input.kind) {
    case "outside":
      return [];
    case "scalar":
      return input.type.kind === "time" ? [input.value] : [];
    case "record":
      return [...input.fields.values()].flatMap(timesIn);
    case "list":
      return input.elements.flatMap(timesIn);
  }
}

function knownIn(input: SymbolicInput): readonly Term[] {
  switch (input.kind) {
    case "outside":
      return [];
    case "scalar":
      return [input.known];
    case "record":
      return [input.known, ...[...input.fields.values()].flatMap(knownIn)];
    case "list":
      return [input.known, ...input.elements.flatMap(knownIn)];
  }
}

/** The variables that hold how long the input's lists are: a proof that reads one is for lists up to the bound. */
export function lengthsIn({ attributes, confinements }: EncodedInputs): ReadonlySet<Variable> {
  const lengths = new Set<Variable>(variablesOf(confinements));
  const collect = (input: SymbolicInput): void => {
    if (input.kind === "list") {
      lengths.add(input.length);
      for (const element of input.elements) collect(element);
    }
    if (input.kind === "record") for (const field of input.fields.values()) collect(field);
  };
  for (const { input } of attributes) collect(input);
  return lengths;
}
