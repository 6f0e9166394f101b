// "Did you mean" for units: from names in English and Indonesian, other abbreviations and slips to symbols of the table.

import { nearestNames } from "../../source/edit-distance.ts";
import { unitTable } from "./unit-table.ts";

/**
 * What people write for a unit besides its names and symbols, in lower case where case says nothing. An ons and a pon are
 * 100 g and 500 g in Indonesian, so they do not lead to ounce and pound. Months and years lead to days.
 */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  inches: "in",
  inchi: "in",
  feet: "ft",
  nm: "nmi",
  klick: "km",
  sqm: "m^2",
  m2: "m^2",
  km2: "km^2",
  m3: "m^3",
  cbm: "m^3",
  cc: "mL",
  ltr: "L",
  lt: "L",
  gallon: "gal",
  galon: "gal",
  hektar: "ha",
  sec: "s",
  secs: "s",
  dtk: "s",
  det: "s",
  msec: "ms",
  millis: "ms",
  usec: "us",
  nsec: "ns",
  mins: "min",
  mnt: "min",
  hr: "h",
  hrs: "h",
  pekan: "wk",
  bulan: "d",
  month: "d",
  months: "d",
  mo: "d",
  tahun: "d",
  year: "d",
  years: "d",
  yr: "d",
  kph: "km/h",
  kmph: "km/h",
  kmhr: "km/h",
  kmj: "km/h",
  mps: "m/s",
  kt: "kn",
  kts: "kn",
  knots: "kn",
  gr: "g",
  kgs: "kg",
  kilo: "kg",
  kilos: "kg",
  lbs: "lb",
  ounces: "oz",
  ons: "g",
  pon: "g",
  ton: "t",
  tons: "t",
  celsius: "C",
  celcius: "C",
  selsius: "C",
  centigrade: "C",
  degc: "C",
  fahrenheit: "F",
  farenheit: "F",
  degf: "F",
  degk: "K",
  degree: "deg C",
  degrees: "deg C",
  derajat: "deg C",
  psig: "psi",
  torr: "mmHg",
  kgf: "N",
  hp: "kW",
  ps: "kW",
  btu: "Btu",
  horsepower: "kW",
  amp: "A",
  amps: "A",
  ohms: "ohm",
  hz: "Hz",
  degs: "deg",
  rads: "rad",
  bits: "bit",
  bytes: "B",
  byte: "B",
  kb: "kB kbit",
  Kb: "kbit kB",
  mb: "MB Mbit",
  Mb: "Mbit MB",
  gb: "GB Gbit",
  Gb: "Gbit GB",
  tb: "TB Tbit",
  Tb: "Tbit TB",
  percent: "%",
  percentage: "%",
  prosen: "%",
  permil: "‰",
  permille: "‰",
  ppb: "ppm",
  $: "USD",
  dollar: "USD",
  dollars: "USD",
  dolar: "USD",
  rp: "IDR",
  rupiah: "IDR",
  "€": "EUR",
  euros: "EUR",
  "£": "GBP",
  "¥": "JPY CNY",
  "₹": "INR",
};

const MAXIMUM_SUGGESTIONS = 3;
/** What is longer is no slip of the pen. */
const LONGEST = 40;

interface Names {
  /** Symbols and aliases, as they are and in lower case, to symbols. */
  readonly symbols: ReadonlyMap<string, readonly string[]>;
  /** Names in words, in lower case, to symbols. */
  readonly words: ReadonlyMap<string, string>;
}

let names: Names | undefined;

function allNames(): Names {
  if (names !== undefined) return names;
  const symbols = new Map<string, string[]>();
  const words = new Map<string, string>();
  for (const { symbol, aliases, english, indonesian } of unitTable) {
    for (const spelling of [symbol, ...aliases]) {
      for (const key of new Set([spelling, spelling.toLowerCase()])) {
        const known = symbols.get(key);
        if (known === undefined) symbols.set(key, [symbol]);
        else if (!known.includes(symbol)) known.push(symbol);
      }
    }
    for (const name of [english, indonesian]) {
      const word = name.toLowerCase();
      if (!words.has(word)) words.set(word, symbol);
    }
  }
  names = { symbols, words };
  return names;
}

/** How a name may be spelled that the table spells otherwise: American, plural, `degree`. */
function wordVariants(word: string): readonly string[] {
  const british = word.replace("meter", "metre").replace("liter", "litre");
  const variants = [word, british];
  for (const variant of [word, british]) {
    if (variant.endsWith("s")) variants.push(variant.slice(0, -1));
    if (variant.endsWith("es")) variants.push(variant.slice(0, -2));
  }
  return variants;
}

/** Symbols for a text without `/`, `*` and `^`, best first. */
function simpleSuggestions(text: string): readonly string[] {
  const { symbols, words } = allNames();
  const lower = text.toLowerCase();
  const other = Object.hasOwn(OTHER_SPELLINGS, text)
    ? OTHER_SPELLINGS[text]
    : Object.hasOwn(OTHER_SPELLINGS, lower)
      ? OTHER_SPELLINGS[lower]
      : undefined;
  const inAnyCase = symbols.get(lower) ?? [];
  // Fewer letters in the other case first: KB is nearer to kB than to nothing else, MW nearer to MW than to mW.
  const differences = (symbol: string): number => {
    let count = 0;
    for (let index = 0; index < symbol.length; index++) {
      if (symbol.charAt(index) !== text.charAt(index)) count++;
    }
    return count;
  };
  const found = [
    ...(symbols.get(text) ?? []),
    ...(other === undefined ? [] : other.split(" ")),
    ...[...inAnyCase].sort((a, b) => differences(a) - differences(b)),
  ];
  for (const variant of wordVariants(lower)) {
    const symbol = words.get(variant);
    if (symbol !== undefined) found.push(symbol);
  }
  return found;
}

/** Each part of a composed text by its own best suggestion: `meter/sec`, `Km/jam`, `kg/m3`. */
function composedSuggestions(text: string): readonly string[] {
  const parts = text.replace(/ (?:per|tiap) | ?\/ ?/g, "/").split(/([/*])/);
  if (parts.length < 3) return [];
  let composed = "";
  for (const part of parts) {
    if (part === "/" || part === "*") {
      composed += part;
      continue;
    }
    const caret = part.indexOf("^");
    const exponent = caret < 0 ? "" : part.slice(caret);
    if (!/^(?:\^-?[1-9])?$/.test(exponent)) return [];
    const [best] = simpleSuggestions(caret < 0 ? part : part.slice(0, caret));
    if (best === undefined) return [];
    composed += best + exponent;
  }
  return [composed];
}

/**
 * Units that someone who wrote this text may have meant, best first, at most three; every one is read by `parseUnit`.
 * Knows names in English and Indonesian (`celcius`, `meter`, `jam`, `persen`), other abbreviations (`sec`, `kph`, `hp`), the
 * other case (`KB`, `Km/h`), parts of compositions, and slips of one letter.
 */
export function unitNamesNear(text: string): readonly string[] {
  const written = text.trim();
  if (written.length === 0 || written.length > LONGEST) return [];
  const found = [...simpleSuggestions(written), ...composedSuggestions(written)];
  if (found.length === 0) found.push(...nearSuggestions(written));
  return [...new Set(found)].filter((name) => name !== text).slice(0, MAXIMUM_SUGGESTIONS);
}

function nearSuggestions(text: string): readonly string[] {
  // Too many symbols are within a letter of a text of one or two; currencies are near to each other by chance.
  if (text.length < 3) return [];
  const { symbols, words } = allNames();
  const candidates = new Map<string, string>();
  for (const [word, symbol] of words) {
    if (word.length > 3) candidates.set(word, symbol);
  }
  for (const [spelling, found] of symbols) {
    const [symbol] = found;
    if (symbol !== undefined && spelling.length > 2) candidates.set(spelling, symbol);
  }
  const lower = text.toLowerCase();
  return nearestNames(lower, candidates.keys(), MAXIMUM_SUGGESTIONS).flatMap(
    (name) => candidates.get(name) ?? [],
  );
}
