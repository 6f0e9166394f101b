// From the solver's values to a context: the JSON that a host would give, with what the question does not read left out.
import type { Ir, JsonValue, Type } from "@omega/core";
import type { SymbolicInput } from "./encode-inputs.ts";
import type { EncodedProgram } from "./encode-rules.ts";
import type { SolverValue } from "./read-model.ts";
import type { Variable } from "./term.ts";

export interface JsonRecord {
  readonly [name: string]: JsonValue;
}

/** The instant at which witnesses are evaluated, and of the fresh readings in them, where nothing asks the clock. */
export const witnessInstant = "2026-01-01T00:00:00.000Z";

/** The instant at which the context that `values` describe is to be evaluated. */
export function writeInstant(
  { inputs }: Pick<EncodedProgram, "inputs">,
  values: ReadonlyMap<string, SolverValue>,
): string {
  const now = values.get(inputs.clock.name);
  return typeof now === "number" ? new Date(now).toISOString() : witnessInstant;
}

/** The context that `values` describe. Only inputs with a variable in `asked` are in it. */
export function writeContext(
  { inputs }: Pick<EncodedProgram, "inputs">,
  values: ReadonlyMap<string, SolverValue>,
  asked: ReadonlySet<Variable>,
): JsonRecord {
  const writing: Writing = { values, asked };
  const now = writeInstant({ inputs }, values);
  return Object.fromEntries(
    inputs.attributes.flatMap(({ attribute, input, absent }) => {
      const isAsked = isAskedOf(input, asked) || (absent !== null && asked.has(absent));
      if (!isAsked || (absent !== null && values.get(absent.name) === true)) return [];
      const json = write(input, attribute.declared, writing);
      if (json !== null) return [[attribute.name, reading(json, attribute, now)]];
      // What is absent has its default stand in; to be unknown it has to be there and of no use.
      return attribute.default === null ? [] : [[attribute.name, unusable(attribute.type)]];
    }),
  );
}

interface Writing {
  readonly values: ReadonlyMap<string, SolverValue>;
  readonly asked: ReadonlySet<Variable>;
}

/** Whether one of the variables that an input is made of is among those asked. */
export function isAskedOf(input: SymbolicInput, asked: ReadonlySet<Variable>): boolean {
  switch (input.kind) {
    case "outside":
      return false;
    case "scalar":
      return asked.has(input.known) || asked.has(input.value);
    case "record":
      return (
        asked.has(input.known) ||
        [...input.fields.values()].some((field) => isAskedOf(field, asked))
      );
    case "list":
      return (
        asked.has(input.known) ||
        asked.has(input.length) ||
        input.elements.some((element) => isAskedOf(element, asked))
      );
  }
}

/** Null for what is unknown. */
function write(input: SymbolicInput, declared: boolean, writing: Writing): JsonValue {
  const { values, asked } = writing;
  if (input.kind === "outside" || values.get(input.known.name) === false) return null;
  switch (input.kind) {
    case "scalar":
      return writeScalar(input.type, values.get(input.value.name), declared);
    case "record":
      return Object.fromEntries(
        [...input.fields].flatMap(([name, field]) => {
          const json = isAskedOf(field, asked) ? write(field, declared, writing) : null;
          return json === null ? [] : [[name, json]];
        }),
      );
    case "list": {
      const length = Number(values.get(input.length.name) ?? 0);
      return input.elements.slice(0, length).map((element) => write(element, declared, writing));
    }
  }
}

function writeScalar(type: Type, value: SolverValue | undefined, declared: boolean): JsonValue {
  switch (type.kind) {
    case "boolean":
      return value === true;
    case "number": {
      const number = typeof value === "number" ? value : anyNumber(type.minimum, type.maximum);
      // A bare number in (0, 1] would be ambiguous.
      return !declared && type.unit.symbol === "%" ? { value: number, unit: "%" } : number;
    }
    case "text":
      return typeof value === "string" ? value : (type.values?.[0] ?? "some text");
    case "time":
      return typeof value === "number" ? new Date(value).toISOString() : witnessInstant;
    case "list":
    case "record":
    case "undetermined":
      return null;
  }
}

function anyNumber(minimum: number | null, maximum: number | null): number {
  return Math.max(minimum ?? 0, Math.min(0, maximum ?? 0));
}

function reading(json: JsonValue, attribute: Ir.ProgramAttribute, now: string): JsonValue {
  if (attribute.freshMilliseconds === null) return json;
  const hasUnit = typeof json === "object" && json !== null && "unit" in json;
  return hasUnit ? { ...json, at: now } : { value: json, at: now };
}

/** Of no kind that the type could read. */
function unusable(type: Type): JsonValue {
  return type.kind === "text" ? 0 : "unusable";
}
