// The units with a name, as docs/language/units.md lists them.
import { unitTable } from "@omega/core";

type Entry = ReturnType<typeof unitTable>[number];

/** What the factors of a dimension count where the first unit with the factor 1 does not say it. */
const coherentUnits: Readonly<Record<string, string>> = {
  charge: "A*s",
  concentration: "mol/m^3",
  conductivity: "S/m",
  density: "kg/m^3",
  dose: "Sv",
  "mass flow": "kg/s",
  ratio: "",
  "volume flow": "m^3/s",
};

/** A table of the physical units by what they measure, and a list of the currencies. */
export function unitTables(): string {
  const entries = unitTable();
  const currencies = entries.filter(isCurrency);
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (isCurrency(entry)) continue;
    groups.set(entry.dimension, [...(groups.get(entry.dimension) ?? []), entry]);
  }
  return [
    "| measures | unit | also | name | in Indonesian | is exactly |",
    "|---|---|---|---|---|---|",
    ...[...groups].flatMap(([dimension, group]) => rows(dimension, group)),
    "",
    "Currencies, each a dimension of its own, by ISO 4217:",
    "",
    `${currencies.map(({ symbol, english }) => `\`${symbol}\` ${english}`).join(" · ")}`,
  ].join("\n");
}

function isCurrency({ dimension }: Entry): boolean {
  return dimension.startsWith("money in ");
}

function rows(dimension: string, group: readonly Entry[]): readonly string[] {
  const coherent = coherentUnits[dimension] ?? group.find(({ factor }) => factor === "1")?.symbol;
  if (coherent === undefined) throw new Error(`what is a ${dimension} measured in?`);
  return group.map(({ symbol, aliases, english, indonesian, factor, zero }, index) => {
    const cells = [
      index === 0 ? dimension : "",
      `\`${symbol}\``,
      distinct(aliases)
        .map((alias) => `\`${alias}\``)
        .join(" "),
      english,
      indonesian,
      zero === null
        ? symbol === coherent
          ? ""
          : `${printFactor(factor)} ${coherent}`.trim()
        : `${printFactor(factor)} K from ${printFactor(zero)} K`,
    ];
    return `| ${cells.join(" | ")} |`;
  });
}

/** Those that a reader can tell apart: µ and Ω have two code points each. */
function distinct(spellings: readonly string[]): readonly string[] {
  return [...new Map(spellings.map((spelling) => [spelling.normalize("NFKC"), spelling])).values()];
}

/** `3.6e6` as 3.6 × 10⁶. */
function printFactor(factor: string): string {
  return factor
    .split(/([*/])/)
    .map((part) => (part === "*" ? " × " : part === "/" ? " / " : printDecimal(part)))
    .join("");
}

function printDecimal(decimal: string): string {
  const [digits = "", exponent] = decimal.split("e");
  if (exponent === undefined) return digits;
  const raised = [...exponent]
    .map((sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)]))
    .join("");
  return digits === "1" ? `10${raised}` : `${digits} × 10${raised}`;
}
