// Columns of a table of readings: which attribute a heading means, in which unit, and what a cell says.
import type { JsonValue } from "../evaluate/canonical-json.ts";
import type { Program } from "../semantics/program.ts";
import type { Type } from "../semantics/types.ts";
import { conversionBetween } from "../semantics/units/conversion.ts";
import { differenceOf, parseUnit } from "../semantics/units/unit.ts";

/** What a column holds. */
export type SeriesColumn =
  | {
      readonly kind: "attribute";
      /** As an EXAMPLE's GIVEN has it: `Motor.temperature` is `["Motor", "temperature"]`. */
      readonly path: readonly (string | number)[];
      /** As written; null where the heading names none, and the attribute's own counts. */
      readonly unit: string | null;
      /** Null where the declarations do not say. */
      readonly type: Type | null;
    }
  /** The instant of the row. */
  | { readonly kind: "clock" }
  /** Nothing that the policy knows of. */
  | { readonly kind: "other" };

/**
 * The column that a heading means: an attribute or a place in one, `Temperature`, `Temperature (F)`, `Motor.speed [rpm]`,
 * `Workers[0].distance`; or `now`, unless the policy knows an attribute of that name. A text says what is wrong with it.
 */
export function seriesColumn(program: Program, heading: string): SeriesColumn | string {
  const [, name = "", round, square] =
    /^\s*(.*?)\s*(?:\(([^()]*)\)|\[(\s*[^\d\s[\]"][^[\]]*)\])?\s*$/s.exec(heading) ?? [];
  const unit = (round ?? square)?.trim() ?? null;
  const path = pathOf(program, name);
  if (path === null) return name === "now" ? { kind: "clock" } : { kind: "other" };
  const type = typeAt(program, path);
  if (unit !== null) {
    const problem = misfit(unit, type);
    if (problem !== null) return `the column \`${heading}\`: ${problem}`;
  }
  return { kind: "attribute", path, unit, type };
}

/** What a cell gives; undefined where it is empty, and the attribute stays as it is. `null` and `NaN` mean a missing reading. */
export function seriesValue(
  { unit, type }: Extract<SeriesColumn, { kind: "attribute" }>,
  cell: string,
): JsonValue | undefined {
  const text = cell.trim();
  if (text === "") return undefined;
  if (/^(?:null|nan|n\/?a)$/i.test(text)) return null;
  if (type?.kind === "text" || type?.kind === "time") return text;
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return null;
  return unit === null ? value : { value, unit };
}

/** The longest attribute name that the text begins with, then members and indexes. */
function pathOf(program: Program, text: string): readonly (string | number)[] | null {
  const plain = text.replace(/^`(.*)`$/s, "$1");
  const name = program.attributes
    .map((attribute) => attribute.name)
    .filter((known) => plain.startsWith(known) && /^(?:$|[.[])/.test(plain.slice(known.length)))
    .sort((a, b) => b.length - a.length)[0];
  if (name === undefined) return null;
  const rest = plain.slice(name.length);
  const steps = [...rest.matchAll(/\.([^.[\]]+)|\[(\d+)\]/gy)];
  if (steps.map(([whole]) => whole).join("") !== rest) return null;
  return [name, ...steps.map(([, member, index = ""]) => member ?? Number(index))];
}

function typeAt(
  { attributes }: Program,
  [name, ...steps]: readonly (string | number)[],
): Type | null {
  let type: Type | null = attributes.find((attribute) => attribute.name === name)?.type ?? null;
  for (const step of steps) {
    if (type?.kind === "list" && typeof step === "number") type = type.element;
    else if (type?.kind === "record") {
      type = type.fields.find((field) => field.name === step)?.type ?? null;
    } else return null;
  }
  return type;
}

function misfit(symbol: string, type: Type | null): string | null {
  const unit = parseUnit(symbol);
  if (unit === null) return `\`${symbol}\` is no unit`;
  if (type === null || type.kind === "undetermined") return null;
  if (type.kind !== "number")
    return `the attribute is no quantity, but the column is in \`${symbol}\``;
  const reading = type.difference ? differenceOf(unit) : unit;
  return conversionBetween(reading, type.unit) === null
    ? `\`${symbol}\` does not convert to \`${type.unit.symbol}\``
    : null;
}
