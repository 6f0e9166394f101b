// "Did you mean" for units: from names in English and Indonesian, other abbreviations and slips to symbols of the table.

import { nearestNames } from "../../source/edit-distance.ts";
import { findUnitEntry, unitTable } from "./unit-table.ts";

/**
 * What people write for a unit besides its names and symbols, in lower case where case says nothing. An ons and a pon are
 * 100 g and 500 g in Indonesian, so they do not lead to ounce and pound. Months and years lead to days.
 */
const OTHER_SPELLINGS = `
  in: inches inchi
  ft: feet
  nmi: nm
  km: klick
  m^2: sqm
  m^3: cbm
  mL: cc
  L: ltr lt
  gal: gallon galon
  ha: hektar
  s: sec secs dtk det
  ms: msec millis
  us: usec
  ns: nsec
  min: mins mnt
  h: hr hrs
  wk: pekan
  d: bulan month months mo tahun year years yr
  km/h: kph kmph kmhr kmj
  m/s: mps
  kn: kt kts knots
  g: gr ons pon
  kg: kgs kilo kilos
  lb: lbs
  oz: ounces
  t: ton tons
  C: celsius celcius selsius centigrade degc
  F: fahrenheit farenheit degf
  K: degk
  deg C: degree degrees derajat
  psi: psig
  mmHg: torr
  N: kgf
  kW: hp ps horsepower
  Btu: btu
  A: amp amps
  ohm: ohms
  Hz: hz
  deg: degs
  rad: rads
  bit: bits
  B: bytes byte
  kB kbit: kb
  kbit kB: Kb
  MB Mbit: mb
  Mbit MB: Mb
  GB Gbit: gb
  Gbit GB: Gb
  TB Tbit: tb
  Tbit TB: Tb
  %: percent percentage prosen
  \u2030: permil permille
  ppm: ppb
  USD: $ dollar dollars dolar
  IDR: rp rupiah
  EUR: \u20ac euros
  GBP: \u00a3
  JPY CNY: \u00a5
  INR: \u20b9
`;

const MAXIMUM_SUGGESTIONS = 3;
/** What is longer is no slip of the pen. */
const LONGEST = 40;

interface Names {
  /** Symbols and aliases in lower case to symbols. */
  readonly symbols: ReadonlyMap<string, readonly string[]>;
  /** The table of OTHER_SPELLINGS. */
  readonly others: ReadonlyMap<string, readonly string[]>;
  /** Names in words, in lower case, to symbols. */
  readonly words: ReadonlyMap<string, string>;
}

let names: Names | undefined;

function allNames(): Names {
  if (names !== undefined) return names;
  const symbols = new Map<string, string[]>();
  const words = new Map<string, string>();
  for (const { symbol, aliases, english, indonesian } of unitTable()) {
    for (const spelling of [symbol, ...aliases]) {
      const key = spelling.toLowerCase();
      const known = symbols.get(key);
      if (known === undefined) symbols.set(key, [symbol]);
      else if (!known.includes(symbol)) known.push(symbol);
    }
    for (const name of [english, indonesian]) {
      const word = name.toLowerCase();
      if (!words.has(word)) words.set(word, symbol);
    }
  }
  const others = new Map<string, readonly string[]>();
  for (const line of OTHER_SPELLINGS.trim().split("\n")) {
    const [found = "", spellings = ""] = line.trim().split(": ");
    for (const spelling of spellings.split(" ")) others.set(spelling, found.split(" "));
  }
  names = { symbols, others, words };
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
  const { symbols, others, words } = allNames();
  const lower = text.toLowerCase();
  const other = others.get(text) ?? others.get(lower) ?? [];
  const inAnyCase = symbols.get(lower) ?? [];
  // Fewer letters in the other case first: KB is nearer to kB than to nothing else, MW nearer to MW than to mW.
  const differences = (symbol: string): number => {
    let count = 0;
    for (let index = 0; index < symbol.length; index++) {
      if (symbol.charAt(index) !== text.charAt(index)) count++;
    }
    return count;
  };
  const exact = findUnitEntry(text);
  const found = [
    ...(exact === null ? [] : [exact.symbol]),
    ...other,
    ...[...inAnyCase].sort((a, b) => differences(a) - differences(b)),
  ];
  for (const variant of wordVariants(lower)) {
    const symbol = words.get(variant);
    if (symbol !== undefined) found.push(symbol);
  }
  return found;
}

/** Each part of a composed text by its own best suggestion: `meter/sec`, `Km/jam`, `kg/m3`, `ft2`. */
function composedSuggestions(text: string): readonly string[] {
  let composed = "";
  for (const piece of text.replace(/ (?:per|tiap) | ?\/ ?/g, "/").split(/([/*])/)) {
    if (piece === "/" || piece === "*") {
      composed += piece;
      continue;
    }
    const [, part = "", exponent = ""] = /^(.+?)(?:\^?(-?[1-9]))?$/.exec(piece) ?? [];
    const [best] = simpleSuggestions(part);
    if (best === undefined || (exponent !== "" && /[/*^]/.test(best))) return [];
    composed += exponent === "" ? best : `${best}^${exponent}`;
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
