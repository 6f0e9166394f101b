// One input for two programs: what both declare alike is read once; what they declare otherwise is related, so that every
// context is a value for each, and what only one of them reads is its own.
import { conversionBetween, type Ir, type JsonValue, type Program, type Type } from "@omega/core";
import {
  type EncodedInputs,
  encodeInputs,
  nothingMissingOf,
  type SymbolicInput,
} from "../encode-inputs.ts";
import type { SolverValue } from "../read-model.ts";
import {
  and,
  apply,
  choose,
  compare,
  not,
  or,
  real,
  type Sort,
  type Term,
  text,
  type Variable,
  variablesOf,
} from "../term.ts";
import { type JsonRecord, writeContext } from "../witness.ts";

export type Side = "old" | "new";

/** An attribute as both programs have it. */
export interface SharedAttribute {
  readonly name: string;
  readonly old: Ir.ProgramAttribute | null;
  readonly new: Ir.ProgramAttribute | null;
  /** Whether both read the same of every context. */
  readonly isAlike: boolean;
}

export interface SharedInput {
  readonly attributes: readonly SharedAttribute[];
  /** What each program reads, with an entry for each of its attributes. */
  readonly old: EncodedInputs;
  readonly new: EncodedInputs;
  /** How what the programs read of one attribute hangs together. */
  readonly relations: readonly Term[];
  /** Whether a number stands for what it is in the unit that each program reads; else its own unit stands beside it. */
  readonly bare: Variable;
}

/** Both programs over one input, whose lists have at most `bound` elements. */
export function shareInput(old: Program, changed: Program, bound: number): SharedInput {
  const attributes = shareAttributes(old, changed);
  const apart = attributes.flatMap((shared) =>
    shared.new !== null && (shared.old === null || !shared.isAlike) ? [shared.new] : [],
  );
  const together = { ...old, attributes: [...old.attributes, ...apart] };
  const inputs = encodeInputs(together, bound);
  const encodedBy = new Map(inputs.attributes.map((encoded) => [encoded.attribute, encoded]));
  const bare: Variable = { kind: "variable", sort: "Bool", name: "bare" };
  const sideOf = (program: Program, side: Side): EncodedInputs => ({
    ...inputs,
    attributes: program.attributes.flatMap((attribute) => {
      const shared = attributes.find(({ name }) => name === attribute.name);
      const own = shared?.isAlike === true ? shared.old : (shared?.[side] ?? null);
      const encoded = own === null ? undefined : encodedBy.get(own);
      return encoded === undefined ? [] : [{ ...encoded, attribute }];
    }),
  });
  const relating = createRelating(bare);
  for (const { old: was, new: is, isAlike } of attributes) {
    const before = was === null ? undefined : encodedBy.get(was);
    const after = is === null || isAlike ? undefined : encodedBy.get(is);
    if (before !== undefined && after !== undefined) relateAttribute(before, after, relating);
  }
  return {
    attributes,
    old: sideOf(old, "old"),
    new: sideOf(changed, "new"),
    relations: relating.relations,
    bare,
  };
}

function shareAttributes(old: Program, changed: Program): readonly SharedAttribute[] {
  const after = new Map(changed.attributes.map((attribute) => [attribute.name, attribute]));
  const before = new Map(old.attributes.map((attribute) => [attribute.name, attribute]));
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => {
    const was = before.get(name) ?? null;
    const is = after.get(name) ?? null;
    return { name, old: was, new: is, isAlike: was !== null && is !== null && readAlike(was, is) };
  });
}

function readAlike(was: Ir.ProgramAttribute, is: Ir.ProgramAttribute): boolean {
  return (
    readsBareNumbersAlike(was, is) &&
    was.freshMilliseconds === is.freshMilliseconds &&
    sameData(was.type, is.type) &&
    sameData(was.default, is.default)
  );
}

/** Only of an undeclared percentage may a bare number be ambiguous. */
function readsBareNumbersAlike(was: Ir.ProgramAttribute, is: Ir.ProgramAttribute): boolean {
  return was.declared === is.declared || !JSON.stringify(was.type, plainly).includes('"%"');
}

/** Whether two pieces of a program hold the same data; units count by their symbols. */
export function sameData(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, plainly) === JSON.stringify(other, plainly);
}

function plainly(_: string, part: unknown): unknown {
  if (part instanceof Map) return [...part];
  const isUnit = typeof part === "object" && part !== null && "factor" in part && "symbol" in part;
  return isUnit ? part.symbol : part;
}

// --- relations ----------------------------------------------------------------------------------------------------

interface Relating {
  readonly relations: Term[];
  readonly bare: Variable;
  readonly variable: (sort: Sort) => Variable;
}

function createRelating(bare: Variable): Relating {
  let count = 0;
  const variable = (sort: Sort): Variable => ({ kind: "variable", sort, name: `s${count++}` });
  return { relations: [], bare, variable };
}

const implies = (premise: Term, conclusion: Term): Term => or(not(premise), conclusion);
const equally = (left: Term, right: Term): Term => and(implies(left, right), implies(right, left));

type Encoded = EncodedInputs["attributes"][number];

function relateAttribute(was: Encoded, is: Encoded, relating: Relating): void {
  const { relations, variable } = relating;
  const ages = [was.attribute.freshMilliseconds, is.attribute.freshMilliseconds];
  const [oldAge = null, newAge = null] = ages;
  const age = variable("Bool");
  // A reading too old for the one that asks for fresher ones.
  const oldUsable = oldAge !== null && newAge !== null && oldAge < newAge ? not(age) : null;
  const newUsable = oldAge !== null && newAge !== null && newAge < oldAge ? not(age) : null;
  const isReadable = (oldAge === null) === (newAge === null);
  if (isReadable) {
    relateInputs(
      { input: was.input, attribute: was.attribute, usable: oldUsable },
      { input: is.input, attribute: is.attribute, usable: newUsable },
      relating,
    );
  } else {
    // What holds its instant is no plain reading, and the other way round; a record might be either.
    const [before, after] = [knownIn(was.input), knownIn(is.input)];
    const mayBeBoth = was.attribute.type.kind === "record" || is.attribute.type.kind === "record";
    if (before !== null && after !== null && !mayBeBoth) relations.push(not(and(before, after)));
  }
  const absent = variable("Bool");
  for (const { absent: own, input } of [was, is]) {
    const known = knownIn(input);
    if (own !== null) relations.push(equally(own, absent));
    else if (known !== null) relations.push(implies(absent, not(known)));
  }
}

function knownIn(input: SymbolicInput): Term | null {
  return input.kind === "outside" ? null : input.known;
}

interface Reading {
  readonly input: SymbolicInput;
  readonly attribute: Ir.ProgramAttribute;
  /** What more it takes for what is there to be of use; null for nothing. */
  readonly usable: Term | null;
}

function relateInputs(was: Reading, is: Reading, relating: Relating): void {
  const { relations, variable } = relating;
  const [one, other] = [was.input, is.input];
  if (one.kind === "outside" || other.kind === "outside") return;
  const there = variable("Bool");
  const usable = (reading: Reading): Term =>
    and(there, ...(reading.usable === null ? [] : [reading.usable]));
  if (one.kind === "record" && other.kind === "record") {
    relations.push(equally(one.known, usable(was)), equally(other.known, usable(is)));
    for (const [name, field] of one.fields) {
      const same = other.fields.get(name);
      if (same !== undefined) relateInputs(inside(was, field), inside(is, same), relating);
    }
    return;
  }
  if (one.kind === "list" && other.kind === "list") {
    relations.push(equally(one.known, usable(was)), equally(other.known, usable(is)));
    relations.push(compare("=", one.length, other.length));
    for (const [index, element] of one.elements.entries()) {
      const same = other.elements[index];
      if (same !== undefined) relateInputs(inside(was, element), inside(is, same), relating);
    }
    return;
  }
  if (one.kind === "scalar" && other.kind === "scalar") {
    if (one.type.kind === "number" && other.type.kind === "number") {
      relateNumbers(was, is, one, other, relating);
      return;
    }
    if (one.type.kind === other.type.kind) {
      const value = variable(one.value.sort);
      for (const [reading, { known, value: own, type }] of [
        [was, one],
        [is, other],
      ] as const) {
        const fits = type.kind === "text" ? isMember(value, type) : null;
        relations.push(equally(known, and(usable(reading), ...(fits === null ? [] : [fits]))));
        relations.push(implies(known, same(own, value)));
      }
      return;
    }
  }
  // Of different kinds: a text may be a quantity, a time or just text, and a record may be a quantity.
  const kinds = [kindOf(one), kindOf(other)];
  if (!kinds.includes("text") && !kinds.includes("record")) {
    relations.push(not(and(one.known, other.known)));
  }
}

function inside({ attribute }: Reading, input: SymbolicInput): Reading {
  return { attribute, input, usable: null };
}

function kindOf(input: Exclude<SymbolicInput, { kind: "outside" }>): string {
  return input.kind === "scalar" ? input.type.kind : input.kind;
}

function same(left: Variable, right: Variable): Term {
  return left.sort === "Bool" ? equally(left, right) : compare("=", left, right);
}

function isMember(value: Term, type: Extract<Type, { kind: "text" }>): Term | null {
  return type.values === null
    ? null
    : or(...type.values.map((member) => compare("=", value, text(member))));
}

type Scalar = Extract<SymbolicInput, { kind: "scalar" }>;

/** One number in the context, as each program reads it: in its own unit, unless the unit stands beside it. */
function relateNumbers(
  was: Reading,
  is: Reading,
  one: Scalar,
  other: Scalar,
  { relations, variable, bare }: Relating,
): void {
  if (one.type.kind !== "number" || other.type.kind !== "number") return;
  const there = variable("Bool");
  const number = variable("Real");
  const converted = convertTerm(number, one.type, other.type);
  const readings = [
    [was, one, one.type, number],
    [is, other, other.type, converted === null ? number : choose(bare, number, converted)],
  ] as const;
  for (const [reading, input, type, value] of readings) {
    const { minimum, maximum } = type;
    const isAmbiguous = !reading.attribute.declared && type.unit.symbol === "%";
    const fits = and(
      there,
      ...(reading.usable === null ? [] : [reading.usable]),
      ...(minimum === null ? [] : [compare("<=", real(minimum), value)]),
      ...(maximum === null ? [] : [compare("<=", value, real(maximum))]),
      ...(isAmbiguous
        ? [not(and(bare, compare("<", real(0), value), compare("<=", value, real(1))))]
        : []),
    );
    const integral = type.integer ? isWhole(value, variable, relations) : null;
    relations.push(equally(input.known, and(fits, ...(integral === null ? [] : [integral]))));
    const own = type.integer ? apply("to_real", input.value) : input.value;
    relations.push(implies(input.known, compare("=", own, value)));
  }
  // A quantity of one dimension is none of another.
  if (converted === null) relations.push(or(bare, not(and(one.known, other.known))));
}

function isWhole(value: Term, variable: Relating["variable"], relations: Term[]): Term {
  const floor = apply("to_real", variable("Int"));
  relations.push(compare("<=", floor, value), compare("<", value, apply("+", floor, real(1))));
  return compare("=", value, floor);
}

/** The number in the other type's unit; null where the units do not convert. */
function convertTerm(
  number: Term,
  from: Extract<Type, { kind: "number" }>,
  to: Extract<Type, { kind: "number" }>,
): Term | null {
  const conversion = conversionBetween(from.unit, to.unit);
  if (conversion === null) return null;
  const { shift, multiply, divide, add } = conversion;
  const shifted = shift === 0 ? number : apply("+", number, real(shift));
  const multiplied = multiply === 1 ? shifted : apply("*", shifted, real(multiply));
  const divided = divide === 1 ? multiplied : apply("/", multiplied, real(divide));
  return add === 0 ? divided : apply("+", divided, real(add));
}

// --- contexts -----------------------------------------------------------------------------------------------------

/** What has to be assumed for a question about `asked`, and the variables that this brings in. */
export function assumptionsFor(
  { old, relations }: SharedInput,
  asked: ReadonlySet<Variable>,
): { readonly assumed: readonly Term[]; readonly asked: ReadonlySet<Variable> } {
  const reached = new Set(asked);
  const left = new Map(
    [...old.assumptions, ...old.confinements, ...relations].map((term) => [
      term,
      variablesOf([term]),
    ]),
  );
  const assumed: Term[] = [];
  for (let before = -1; before !== assumed.length; ) {
    before = assumed.length;
    for (const [term, variables] of left) {
      if (![...variables].some((one) => one.name !== "bare" && reached.has(one))) continue;
      assumed.push(term);
      left.delete(term);
      for (const one of variables) reached.add(one);
    }
  }
  return { assumed, asked: reached };
}

/** The context that the solver's values describe, for both programs. */
export function writeSharedContext(
  shared: SharedInput,
  values: ReadonlyMap<string, SolverValue>,
  asked: ReadonlySet<Variable>,
): JsonRecord {
  const { bare } = shared;
  const isBare = values.get(bare.name) === true;
  const written = (side: Side): JsonRecord => {
    const context = writeContext({ inputs: shared[side] }, values, asked);
    return Object.fromEntries(
      Object.entries(context).map(([name, json]) => {
        const attribute = shared.attributes.find((one) => one.name === name);
        const own = attribute?.[side] ?? null;
        const other = attribute?.[side === "old" ? "new" : "old"] ?? null;
        const states = own !== null && other !== null && unitsIn(own.type) !== unitsIn(other.type);
        return [name, states && !isBare ? stateUnits(json, own.type) : json];
      }),
    );
  };
  return laidOver(written("old"), written("new"));
}

/** Which units a value is read in, as one text. */
function unitsIn(type: Type): string {
  switch (type.kind) {
    case "number":
      return type.unit.symbol;
    case "list":
      return `[${unitsIn(type.element)}]`;
    case "record":
      return type.fields.map((field) => `${field.name} ${unitsIn(field.type)}`).join();
    default:
      return "";
  }
}

/** The same with the units beside the numbers. */
function stateUnits(json: JsonValue, type: Type): JsonValue {
  if (typeof json === "number") {
    return type.kind === "number" && type.unit.symbol !== ""
      ? { value: json, unit: type.unit.symbol }
      : json;
  }
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) {
    return type.kind === "list" ? json.map((element) => stateUnits(element, type.element)) : json;
  }
  const record = json as JsonRecord; // neither list nor null
  if (type.kind === "record") {
    return Object.fromEntries(
      Object.entries(record).map(([name, value]) => {
        const field = type.fields.find((one) => one.name === name);
        return [name, field === undefined ? value : stateUnits(value, field.type)];
      }),
    );
  }
  // A fresh reading.
  return "at" in record && "value" in record && !("unit" in record) && type.kind === "number"
    ? { ...record, unit: type.unit.symbol }
    : json;
}

/** `first`, with what it lacks or does not know taken from `second`. */
function laidOver(first: JsonRecord, second: JsonRecord): JsonRecord {
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(
    names.map((name) => [name, merged(first[name] ?? null, second[name] ?? null)]),
  );
}

function merged(one: JsonValue, other: JsonValue): JsonValue {
  if (one === null || other === null) return one ?? other;
  if (Array.isArray(one) && Array.isArray(other)) {
    return Array.from({ length: Math.max(one.length, other.length) }, (_, index) =>
      merged(one[index] ?? null, other[index] ?? null),
    );
  }
  const isRecord = (json: JsonValue): json is JsonRecord =>
    typeof json === "object" && json !== null && !Array.isArray(json);
  const isReading = (json: JsonRecord): boolean => "value" in json;
  return isRecord(one) && isRecord(other) && !isReading(one) && !isReading(other)
    ? laidOver(one, other)
    : one;
}

/** That nothing is missing for either program, of what `asked` is about. */
export function everythingThere(shared: SharedInput, asked: ReadonlySet<Variable>): Term {
  return and(nothingMissingOf(shared.old, asked), nothingMissingOf(shared.new, asked));
}
