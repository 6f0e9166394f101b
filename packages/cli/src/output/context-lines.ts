// A context as people read it: a line for each reading, numbers with the unit that they are read in.
import type { JsonValue, Program, Type } from "@omega/core";
import { visible } from "./display-text.ts";
import { printValue } from "./print-value.ts";

/** `Distance = 0.9 m`, one for each attribute; of two programs the first says in which unit a number is read. */
export function contextLines(
  context: { readonly [name: string]: JsonValue },
  programs: readonly Program[],
  longest: number,
): readonly string[] {
  return Object.entries(context).map(([name, value]) => {
    const units = programs.flatMap(({ attributes }) => {
      const type = attributes.find((attribute) => attribute.name === name)?.type;
      return type === undefined ? [] : [unitOf(type)];
    });
    // Read in two units it stands without one, as it is given.
    const [unit = ""] = units;
    const same = units.every((other) => other === unit);
    const shown = typeof value === "number" && same && unit !== "" ? ` ${unit}` : "";
    return `${visible(name)} = ${visible(printValue(value, longest))}${shown}`;
  });
}

function unitOf(type: Type): string {
  return type.kind === "number" ? type.unit.symbol : "";
}
