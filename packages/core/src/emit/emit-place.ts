// Places in the context as code: attributes, fields and list elements, read as they were given and held to their types.
import { memberPath } from "../evaluate/paths.ts";
import type { ProgramAttribute, ProgramExpression } from "../semantics/program.ts";
import type { Type } from "../semantics/types.ts";
import { demand, hold, type JsonPlace, type Scope } from "./emission.ts";
import { printAccess, printNumber, printText } from "./print-literal.ts";

/** The JSON place that an expression names; null where it names none, or one that only the interpreter reads. */
export function emitPlace(expression: ProgramExpression, scope: Scope): JsonPlace | null {
  switch (expression.kind) {
    case "attribute": {
      const attribute = scope.emission.program.attributes[expression.index];
      if (attribute === undefined || attribute.freshMilliseconds !== null) return null;
      const { name, type, declared } = attribute;
      const code = `j${expression.index}`;
      scope.reads.places.add(expression.index);
      return { code, type, declared, path: printText(name) };
    }
    case "local": {
      const local = scope.locals.get(expression.slot);
      return local?.kind === "element" ? local.json : null;
    }
    case "member":
      return emitMember(expression, scope);
    case "index":
      return emitElement(expression, scope);
    default:
      return null;
  }
}

function emitMember(
  expression: ProgramExpression & { readonly kind: "member" },
  scope: Scope,
): JsonPlace | null {
  const object = emitPlace(expression.object, scope);
  if (object === null || object.type.kind !== "record" || isInherited(expression.name)) return null;
  const field = object.type.fields.find(({ name }) => name === expression.name);
  if (field === undefined) return null;
  demand(scope, `typeof ${object.code} === "object" && ${object.code} !== null`);
  const code = hold(scope, `${object.code}${printAccess(field.name)}`);
  const path = `${object.path} + ${printText(memberPath("", field.name))}`;
  return { code, type: field.type, declared: object.declared, path };
}

/** A list's element by its position. Where there is none, no reading fits. */
function emitElement(
  expression: ProgramExpression & { readonly kind: "index" },
  scope: Scope,
): JsonPlace | null {
  const list = emitPlace(expression.object, scope);
  if (list === null || list.type.kind !== "list") return null;
  const index = scope.emission.expressions.scalar(expression.index, scope);
  if (index?.kind !== "number") return null;
  demandList(list, scope);
  const code = hold(scope, `${list.code}[${index.code}]`);
  const path = `${list.path} + "[" + ${index.code} + "]"`;
  return { code, type: list.type.element, declared: list.declared, path };
}

/** What arrays have, and what every object inherits that is not a function. */
function isInherited(name: string): boolean {
  return name === "length" || name === "__proto__" || /^\d+$/.test(name);
}

/** That JSON `code` is a usable reading of a scalar type, as an expression; null for types that take more to read. */
export function fits(code: string, type: Type, declared: boolean): string | null {
  switch (type.kind) {
    case "boolean":
      return `typeof ${code} === "boolean"`;
    case "number": {
      const conditions = [`typeof ${code} === "number"`];
      if (type.integer) conditions.push(`Number.isInteger(${code})`);
      if (type.minimum !== null) conditions.push(`${code} >= ${printNumber(type.minimum)}`);
      if (type.maximum !== null) conditions.push(`${code} <= ${printNumber(type.maximum)}`);
      if (!declared && type.unit.symbol === "%") conditions.push(`!(${code} > 0 && ${code} <= 1)`);
      return conditions.join(" && ");
    }
    case "text": {
      if (type.values !== null) {
        const members = type.values.map((value) => `${code} === ${printText(value)}`);
        return `typeof ${code} === "string" && (${members.length === 0 ? "false" : members.join(" || ")}) && ${code}.length <= f.textLength`;
      }
      return `typeof ${code} === "string" && ${code}.length <= f.textLength`;
    }
    case "time":
    case "list":
    case "record":
    case "undetermined":
      return null;
  }
}

/**
 * A scalar attribute's value, in `c` if it mostly is the JSON that is given, else in a variable: NaN where a number or a
 * time is not known, else undefined. A text that is longer than the host allows is null.
 */
export function emitAttribute(
  index: number,
  attribute: ProgramAttribute,
  scope: Scope,
): { readonly code: string; readonly known: string } | null {
  const { name, type, declared, freshMilliseconds } = attribute;
  const odd = oddReading(index, attribute);
  if (odd === null) return null;
  const json = `c${printAccess(name)}`;
  const condition = freshMilliseconds === null ? fits(json, type, declared) : null;
  const isPlain = condition !== null && name !== "__proto__";
  if (isPlain) scope.reads.plain.set(index, condition);
  else scope.reads.values.set(index, odd);
  const code = isPlain ? json : `a${index}`;
  const known =
    type.kind === "text"
      ? `typeof ${code} === "string"`
      : type.kind === "boolean"
        ? `${code} !== undefined`
        : `${code} === ${code}`;
  return { code, known };
}

/** The value of a scalar attribute that is given in another form than it mostly is. */
export function oddReading(index: number, { type }: ProgramAttribute): string | null {
  switch (type.kind) {
    case "number":
      return `oddNumber(f, ${index})`;
    case "time":
      return `oddTime(f, ${index})`;
    case "boolean":
    case "text":
      return `odd(f, ${index})`;
    case "list":
    case "record":
    case "undetermined":
      return null;
  }
}

/** That the place holds a list of a length that the host allows. */
export function demandList(place: JsonPlace, scope: Scope): void {
  demand(scope, `Array.isArray(${place.code}) && ${place.code}.length <= f.listLength`);
}
