// A standard function's signatures as people read them, in hover and in the documentation.
import type { Signature, SignatureType, StandardFunction } from "./standard-function.ts";

/** `avg(list: [u]) → u` and `avg(u, u, …) → u`: each way to call a function, by its shortest name. */
export function printSignatures(definition: StandardFunction): readonly string[] {
  const { name, bare, variadic, signatures } = definition;
  const called = bare ? name.slice(name.lastIndexOf(":") + 1) : name;
  return signatures.flatMap((signature) => [
    printSignature(called, signature),
    ...(variadic === true ? [printVariadic(called, signature)] : []),
  ]);
}

/** The same with the members of the only list as arguments. */
function printVariadic(name: string, { parameters, result }: Signature): string {
  const members = parameters.map(({ type }) =>
    type.kind === "list" ? printType(type.element, parameters) : printType(type, parameters),
  );
  return `${name}(${members.join(", ")}, ${members.join(", ")}, …) → ${printType(result, parameters)}`;
}

function printSignature(name: string, { parameters, result }: Signature): string {
  const listed = parameters.map(
    (parameter) =>
      `${parameter.name}${parameter.optional === true ? "?" : ""}: ${printType(parameter.type, parameters)}`,
  );
  return `${name}(${listed.join(", ")}) → ${printType(result, parameters)}`;
}

function printType(type: SignatureType, parameters: Signature["parameters"]): string {
  const print = (inner: SignatureType): string => printType(inner, parameters);
  switch (type.kind) {
    case "boolean":
    case "text":
    case "time":
    case "integer":
      return type.kind;
    case "plain":
      return "number";
    case "number":
      return type.unit;
    case "difference":
      return `delta ${type.unit}`;
    case "power":
      return `${type.unit}^${parameters[type.exponent]?.name ?? "n"}`;
    case "root":
      return `√${type.unit}`;
    case "quantity":
      return type.symbol;
    case "variable":
      return type.name;
    case "list":
      return `[${print(type.element)}]`;
    case "record":
      return `{ ${type.fields.map((field) => `${field.name}: ${print(field.type)}`).join(", ")} }`;
    case "lambda":
      return `|${type.parameters.map(print).join(", ")}| ${print(type.result)}`;
    case "unit-name":
      return `unit of ${type.names}`;
  }
}
