// A context as people read it: its readings, numbers with the unit that they are read in, none broken over two lines.
import type { JsonValue, Program, Type } from "@omega/core";
import { displayWidth, visible } from "./display-text.ts";
import { printValue } from "./print-value.ts";
import { wrapIndented } from "./wrap-text.ts";

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

/**
 * What `say` makes of the readings, as one text of at most `width` columns behind `indent`; later lines stand two further in. A
 * reading is broken only where it is wider than a line.
 */
export function wrapReadings(
  readings: readonly string[],
  say: (readings: string) => string,
  width: number,
  indent: number,
): string {
  const room = width - indent - 4;
  const whole = readings.map((reading) =>
    displayWidth(reading) < room ? reading.replaceAll(" ", JOINT) : reading,
  );
  const text = wrapIndented(say(whole.join(", ")), width, indent + 2, indent);
  return `${" ".repeat(indent)}${text.replaceAll(JOINT, " ")}`;
}

/** Stands for a space at which no line is broken; what is made visible never holds it. */
const JOINT = "\u001f";

function unitOf(type: Type): string {
  return type.kind === "number" ? type.unit.symbol : "";
}
