// A program as source: a function of `unit`, so that a unit is written as its name. Places in the document are left out.
import type { Program } from "../semantics/program.ts";
import { printKey, printLiteral, printText } from "./print-literal.ts";

/** An expression for the program. */
export function printProgram(program: Program): string {
  return print(program);
}

/** A program holds only plain data, maps of record values and units. */
function print(part: unknown): string {
  if (part instanceof Map) {
    const entries = [...part].map(
      ([name, value]) => `[${printText(String(name))}, ${print(value)}]`,
    );
    return `new Map([${entries.join(", ")}])`;
  }
  if (Array.isArray(part)) return `[${part.map(print).join(", ")}]`;
  switch (typeof part) {
    case "boolean":
    case "number":
    case "string":
      return printLiteral(part);
    case "object": {
      if (part === null) return "null";
      if (isUnit(part)) return `unit(${printText(part.symbol)}, ${part.affine === true})`;
      const members = Object.entries(part).map(([name, value]) =>
        name === "span" ? "span: nowhere" : `${printKey(name)}: ${print(value)}`,
      );
      return `{ ${members.join(", ")} }`;
    }
    default:
      return "undefined";
  }
}

function isUnit(part: object): part is { readonly symbol: string; readonly affine: unknown } {
  return "symbol" in part && "dimension" in part && "affine" in part;
}
