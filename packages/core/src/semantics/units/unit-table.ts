// The closed table of units (language reference, "Units"): one row each, factors as exact text so that loading it is
// cheap. unit.ts makes units of the rows; docs, completion and the tests read them as they are.
//
// Every symbol has one reading, so some units are left out: coulomb and farad (C and F are temperatures), horsepower
// (NIST SP 811 lists six), ppb (a billion is 10^9 or 10^12), months and years (their length varies), decibels (not a
// scale factor). Canonical symbols can be typed on any keyboard; `°C`, `Ω`, `µm` and the like are aliases.

import { currencies } from "./currencies.ts";
import type { DimensionName } from "./dimension.ts";

export interface UnitEntry {
  /** The canonical symbol. One with `/`, `*` or `^` is listed for its name; it means what its parts mean. */
  readonly symbol: string;
  /** Other spellings of the same unit. */
  readonly aliases: readonly string[];
  readonly english: string;
  readonly indonesian: string;
  readonly dimension: DimensionName | `money in ${string}`;
  /**
   * What one of it is in the coherent unit of its dimension: decimals joined by `*` and `/`, exact. The coherent units
   * are those of the SI, `deg` for angle, `bit` for data, and each currency for itself.
   */
  readonly factor: string;
  /** For absolute temperature scales, where their zero lies in kelvins, written like `factor`; null otherwise. */
  readonly zero: string | null;
  /** An equal product of other units that multiplication may fall back on: kWh / h is kW. */
  readonly expansion: string | null;
  /** Where the factor is laid down. */
  readonly source: string;
}

const BASE = "SI Brochure 9th ed., table 2";
const DERIVED = "SI Brochure 9th ed., table 4";
const COMPOSED = "SI Brochure 9th ed., tables 5 and 6";
const PREFIXED = "SI Brochure 9th ed., table 7 (prefixes)";
const ACCEPTED = "SI Brochure 9th ed., table 8 (accepted with the SI)";
const RATIO = "SI Brochure 9th ed., 5.4.7";
const SP_811 = "NIST SP 811 (2008), appendix B.8";
const IEC_DATA = "IEC 80000-13:2008";
const IEC_ELECTRICAL = "IEC 80000-6:2008";
const ROTATION = "ISO 80000-3:2006 (rotational frequency)";

type Extra = Partial<Pick<UnitEntry, "aliases" | "zero" | "expansion">>;

function row(
  symbol: string,
  dimension: UnitEntry["dimension"],
  factor: string,
  english: string,
  indonesian: string,
  source: string,
  extra: Extra = {},
): UnitEntry {
  return {
    symbol,
    aliases: extra.aliases ?? [],
    english,
    indonesian,
    dimension,
    factor,
    zero: extra.zero ?? null,
    expansion: extra.expansion ?? null,
    source,
  };
}

// Micro is written u; µ (U+00B5, micro sign) and μ (U+03BC, Greek mu) look alike, and keyboards give either. The same
// goes for Ω (U+03A9, Greek omega) and Ω (U+2126, ohm sign).

const physicalUnits: readonly UnitEntry[] = [
  // length, in metres
  row("nm", "length", "1e-9", "nanometre", "nanometer", PREFIXED),
  row("um", "length", "1e-6", "micrometre", "mikrometer", PREFIXED, {
    aliases: ["\u00b5m", "\u03bcm"],
  }),
  row("mm", "length", "1e-3", "millimetre", "milimeter", PREFIXED),
  row("cm", "length", "1e-2", "centimetre", "sentimeter", PREFIXED),
  row("dm", "length", "1e-1", "decimetre", "desimeter", PREFIXED),
  row("m", "length", "1", "metre", "meter", BASE),
  row("km", "length", "1e3", "kilometre", "kilometer", PREFIXED),
  row("in", "length", "0.0254", "inch", "inci", SP_811),
  row("ft", "length", "0.3048", "foot", "kaki", SP_811),
  row("yd", "length", "0.9144", "yard", "yard", SP_811),
  row("mi", "length", "1609.344", "mile", "mil", SP_811),
  row("nmi", "length", "1852", "nautical mile", "mil laut", SP_811),

  // area, in square metres
  row("mm^2", "area", "1e-6", "square millimetre", "milimeter persegi", COMPOSED),
  row("cm^2", "area", "1e-4", "square centimetre", "sentimeter persegi", COMPOSED),
  row("m^2", "area", "1", "square metre", "meter persegi", COMPOSED),
  row("km^2", "area", "1e6", "square kilometre", "kilometer persegi", COMPOSED),
  row("ha", "area", "1e4", "hectare", "hektare", ACCEPTED),

  // volume, in cubic metres
  row("uL", "volume", "1e-9", "microlitre", "mikroliter", PREFIXED, {
    aliases: ["ul", "\u00b5L", "\u00b5l", "\u03bcL", "\u03bcl"],
  }),
  row("mL", "volume", "1e-6", "millilitre", "mililiter", PREFIXED, { aliases: ["ml"] }),
  row("dL", "volume", "1e-4", "decilitre", "desiliter", PREFIXED, { aliases: ["dl"] }),
  row("L", "volume", "1e-3", "litre", "liter", ACCEPTED, { aliases: ["l"] }),
  row("cm^3", "volume", "1e-6", "cubic centimetre", "sentimeter kubik", COMPOSED),
  row("m^3", "volume", "1", "cubic metre", "meter kubik", COMPOSED),
  row("gal", "volume", "0.003785411784", "US gallon", "galon AS", SP_811),

  // time, in seconds
  row("ns", "time", "1e-9", "nanosecond", "nanodetik", PREFIXED),
  row("us", "time", "1e-6", "microsecond", "mikrodetik", PREFIXED, {
    aliases: ["\u00b5s", "\u03bcs"],
  }),
  row("ms", "time", "1e-3", "millisecond", "milidetik", PREFIXED),
  row("s", "time", "1", "second", "detik", BASE),
  row("min", "time", "60", "minute", "menit", ACCEPTED),
  row("h", "time", "3600", "hour", "jam", ACCEPTED),
  row("d", "time", "86400", "day", "hari", ACCEPTED),
  row("wk", "time", "604800", "week", "minggu", "ISO 8601-1:2019 (seven days)"),

  // speed and acceleration
  row("m/s", "speed", "1", "metre per second", "meter per detik", COMPOSED),
  row("km/h", "speed", "1/3.6", "kilometre per hour", "kilometer per jam", SP_811, {
    aliases: ["kmh"],
  }),
  row("mph", "speed", "0.44704", "mile per hour", "mil per jam", SP_811, { expansion: "mi/h" }),
  row("kn", "speed", "1852/3600", "knot", "knot", SP_811, { expansion: "nmi/h" }),
  row(
    "m/s^2",
    "acceleration",
    "1",
    "metre per second squared",
    "meter per detik kuadrat",
    COMPOSED,
  ),

  // mass, in kilograms
  row("ug", "mass", "1e-9", "microgram", "mikrogram", PREFIXED, {
    aliases: ["mcg", "\u00b5g", "\u03bcg"],
  }),
  row("mg", "mass", "1e-6", "milligram", "miligram", PREFIXED),
  row("g", "mass", "1e-3", "gram", "gram", PREFIXED),
  row("kg", "mass", "1", "kilogram", "kilogram", BASE),
  row("t", "mass", "1e3", "tonne", "ton", ACCEPTED),
  row("oz", "mass", "0.028349523125", "ounce", "ounce", SP_811),
  row("lb", "mass", "0.45359237", "pound", "pound", SP_811),

  // temperature, in kelvins: t(F) = t(C) * 9/5 + 32
  row("C", "temperature", "1", "degree Celsius", "derajat Celsius", DERIVED, {
    aliases: ["\u00b0C", "\u2103"],
    zero: "273.15",
  }),
  row("F", "temperature", "5/9", "degree Fahrenheit", "derajat Fahrenheit", SP_811, {
    aliases: ["\u00b0F", "\u2109"],
    zero: "45967/180",
  }),
  row("K", "temperature", "1", "kelvin", "kelvin", BASE, { zero: "0" }),

  // pressure, in pascals
  row("Pa", "pressure", "1", "pascal", "pascal", DERIVED),
  row("hPa", "pressure", "1e2", "hectopascal", "hektopascal", PREFIXED),
  row("kPa", "pressure", "1e3", "kilopascal", "kilopascal", PREFIXED),
  row("MPa", "pressure", "1e6", "megapascal", "megapascal", PREFIXED),
  row("GPa", "pressure", "1e9", "gigapascal", "gigapascal", PREFIXED),
  row("mbar", "pressure", "1e2", "millibar", "milibar", SP_811),
  row("bar", "pressure", "1e5", "bar", "bar", SP_811),
  row(
    "psi",
    "pressure",
    "0.45359237*9.80665/0.0254/0.0254",
    "pound per square inch",
    "pound per inci persegi",
    SP_811,
    { expansion: "lbf/in^2" },
  ),
  row(
    "mmHg",
    "pressure",
    "13595.1*9.80665*0.001",
    "millimetre of mercury",
    "milimeter raksa",
    `${SP_811} (conventional)`,
  ),
  row(
    "cmH2O",
    "pressure",
    "1000*9.80665*0.01",
    "centimetre of water",
    "sentimeter air",
    `${SP_811} (conventional)`,
  ),
  row("atm", "pressure", "101325", "standard atmosphere", "atmosfer", SP_811),

  // force, in newtons
  row("N", "force", "1", "newton", "newton", DERIVED),
  row("kN", "force", "1e3", "kilonewton", "kilonewton", PREFIXED),
  row("MN", "force", "1e6", "meganewton", "meganewton", PREFIXED),
  row("lbf", "force", "0.45359237*9.80665", "pound-force", "pound gaya", SP_811),

  // energy, in joules
  row("J", "energy", "1", "joule", "joule", DERIVED),
  row("kJ", "energy", "1e3", "kilojoule", "kilojoule", PREFIXED),
  row("MJ", "energy", "1e6", "megajoule", "megajoule", PREFIXED),
  row("GJ", "energy", "1e9", "gigajoule", "gigajoule", PREFIXED),
  row("Wh", "energy", "3600", "watt hour", "watt jam", SP_811, { expansion: "W*h" }),
  row("kWh", "energy", "3.6e6", "kilowatt hour", "kilowatt jam", SP_811, { expansion: "kW*h" }),
  row("MWh", "energy", "3.6e9", "megawatt hour", "megawatt jam", SP_811, { expansion: "MW*h" }),
  row("GWh", "energy", "3.6e12", "gigawatt hour", "gigawatt jam", SP_811, { expansion: "GW*h" }),
  row("cal", "energy", "4.184", "calorie", "kalori", `${SP_811} (thermochemical)`),
  row("kcal", "energy", "4184", "kilocalorie", "kilokalori", `${SP_811} (thermochemical)`),
  row(
    "Btu",
    "energy",
    "1055.05585262",
    "British thermal unit",
    "satuan panas Britania",
    `${SP_811} (International Table)`,
  ),
  row("N*m", "energy", "1", "newton metre", "newton meter", COMPOSED),

  // power, in watts
  row("mW", "power", "1e-3", "milliwatt", "miliwatt", PREFIXED),
  row("W", "power", "1", "watt", "watt", DERIVED),
  row("kW", "power", "1e3", "kilowatt", "kilowatt", PREFIXED),
  row("MW", "power", "1e6", "megawatt", "megawatt", PREFIXED),
  row("GW", "power", "1e9", "gigawatt", "gigawatt", PREFIXED),
  row("VA", "power", "1", "volt-ampere", "volt-ampere", IEC_ELECTRICAL, { expansion: "V*A" }),
  row("kVA", "power", "1e3", "kilovolt-ampere", "kilovolt-ampere", IEC_ELECTRICAL, {
    expansion: "kV*A",
  }),
  row("MVA", "power", "1e6", "megavolt-ampere", "megavolt-ampere", IEC_ELECTRICAL),
  row("W/m^2", "irradiance", "1", "watt per square metre", "watt per meter persegi", COMPOSED),

  // electricity and magnetism
  row("uV", "voltage", "1e-6", "microvolt", "mikrovolt", PREFIXED, {
    aliases: ["\u00b5V", "\u03bcV"],
  }),
  row("mV", "voltage", "1e-3", "millivolt", "milivolt", PREFIXED),
  row("V", "voltage", "1", "volt", "volt", DERIVED),
  row("kV", "voltage", "1e3", "kilovolt", "kilovolt", PREFIXED),
  row("uA", "current", "1e-6", "microampere", "mikroampere", PREFIXED, {
    aliases: ["\u00b5A", "\u03bcA"],
  }),
  row("mA", "current", "1e-3", "milliampere", "miliampere", PREFIXED),
  row("A", "current", "1", "ampere", "ampere", BASE),
  row("kA", "current", "1e3", "kiloampere", "kiloampere", PREFIXED),
  row("mAh", "charge", "3.6", "milliampere hour", "miliampere jam", SP_811, {
    expansion: "mA*h",
  }),
  row("Ah", "charge", "3600", "ampere hour", "ampere jam", SP_811, { expansion: "A*h" }),
  row("mohm", "resistance", "1e-3", "milliohm", "miliohm", PREFIXED, {
    aliases: ["m\u03a9", "m\u2126"],
  }),
  row("ohm", "resistance", "1", "ohm", "ohm", DERIVED, { aliases: ["\u03a9", "\u2126"] }),
  row("kohm", "resistance", "1e3", "kilohm", "kiloohm", PREFIXED, {
    aliases: ["k\u03a9", "k\u2126"],
  }),
  row("Mohm", "resistance", "1e6", "megohm", "megaohm", PREFIXED, {
    aliases: ["M\u03a9", "M\u2126"],
  }),
  row("uS", "conductance", "1e-6", "microsiemens", "mikrosiemens", PREFIXED, {
    aliases: ["\u00b5S", "\u03bcS"],
  }),
  row("mS", "conductance", "1e-3", "millisiemens", "milisiemens", PREFIXED),
  row("S", "conductance", "1", "siemens", "siemens", DERIVED),
  row(
    "uS/cm",
    "conductivity",
    "1e-4",
    "microsiemens per centimetre",
    "mikrosiemens per sentimeter",
    COMPOSED,
  ),
  row("V/m", "electric field", "1", "volt per metre", "volt per meter", COMPOSED),
  row("uH", "inductance", "1e-6", "microhenry", "mikrohenry", PREFIXED, {
    aliases: ["\u00b5H", "\u03bcH"],
  }),
  row("mH", "inductance", "1e-3", "millihenry", "milihenry", PREFIXED),
  row("H", "inductance", "1", "henry", "henry", DERIVED),
  row("Wb", "magnetic flux", "1", "weber", "weber", DERIVED),
  row("uT", "magnetic flux density", "1e-6", "microtesla", "mikrotesla", PREFIXED, {
    aliases: ["\u00b5T", "\u03bcT"],
  }),
  row("mT", "magnetic flux density", "1e-3", "millitesla", "militesla", PREFIXED),
  row("T", "magnetic flux density", "1", "tesla", "tesla", DERIVED),

  // frequency, in hertz; a turn or a beat counts as one, as it does in the SI
  row("Hz", "frequency", "1", "hertz", "hertz", DERIVED, { expansion: "1/s" }),
  row("kHz", "frequency", "1e3", "kilohertz", "kilohertz", PREFIXED),
  row("MHz", "frequency", "1e6", "megahertz", "megahertz", PREFIXED),
  row("GHz", "frequency", "1e9", "gigahertz", "gigahertz", PREFIXED),
  row("rpm", "frequency", "1/60", "revolution per minute", "putaran per menit", ROTATION, {
    expansion: "1/min",
  }),
  row("bpm", "frequency", "1/60", "beat per minute", "denyut per menit", ROTATION, {
    expansion: "1/min",
  }),

  // angle, in degrees. Degrees and radians have no rational ratio; the degree is coherent here, so that whole degrees
  // stay exact, and the radian is the double nearest to 180/π, 57.29577951308232, as the fraction that double is.
  row("deg", "angle", "1", "degree", "derajat", ACCEPTED, { aliases: ["\u00b0"] }),
  row("arcmin", "angle", "1/60", "minute of arc", "menit busur", ACCEPTED),
  row("arcsec", "angle", "1/3600", "second of arc", "detik busur", ACCEPTED),
  row(
    "rad",
    "angle",
    "1007958012753983/17592186044416",
    "radian",
    "radian",
    `${DERIVED} (as the double nearest to 180/π degrees)`,
  ),
  row(
    "mrad",
    "angle",
    "1007958012753983/17592186044416000",
    "milliradian",
    "miliradian",
    `${PREFIXED} (of the radian above)`,
  ),
  row("deg/s", "angular speed", "1", "degree per second", "derajat per detik", COMPOSED),

  // data, in bits: k, M, G are powers of 1000, Ki, Mi, Gi powers of 1024
  row("bit", "data", "1", "bit", "bit", IEC_DATA),
  row("kbit", "data", "1e3", "kilobit", "kilobit", IEC_DATA),
  row("Mbit", "data", "1e6", "megabit", "megabit", IEC_DATA),
  row("Gbit", "data", "1e9", "gigabit", "gigabit", IEC_DATA),
  row("Tbit", "data", "1e12", "terabit", "terabit", IEC_DATA),
  row("B", "data", "8", "byte", "bita", IEC_DATA),
  row("kB", "data", "8e3", "kilobyte", "kilobita", IEC_DATA),
  row("MB", "data", "8e6", "megabyte", "megabita", IEC_DATA),
  row("GB", "data", "8e9", "gigabyte", "gigabita", IEC_DATA),
  row("TB", "data", "8e12", "terabyte", "terabita", IEC_DATA),
  row("PB", "data", "8e15", "petabyte", "petabita", IEC_DATA),
  row("KiB", "data", "8*1024", "kibibyte", "kibibita", IEC_DATA),
  row("MiB", "data", "8*1048576", "mebibyte", "mebibita", IEC_DATA),
  row("GiB", "data", "8*1073741824", "gibibyte", "gibibita", IEC_DATA),
  row("TiB", "data", "8*1099511627776", "tebibyte", "tebibita", IEC_DATA),
  row("PiB", "data", "8*1125899906842624", "pebibyte", "pebibita", IEC_DATA),
  row("bps", "data rate", "1", "bit per second", "bit per detik", IEC_DATA, {
    expansion: "bit/s",
  }),
  row("kbps", "data rate", "1e3", "kilobit per second", "kilobit per detik", IEC_DATA, {
    expansion: "kbit/s",
  }),
  row("Mbps", "data rate", "1e6", "megabit per second", "megabit per detik", IEC_DATA, {
    expansion: "Mbit/s",
  }),
  row("Gbps", "data rate", "1e9", "gigabit per second", "gigabit per detik", IEC_DATA, {
    expansion: "Gbit/s",
  }),
  row("Tbps", "data rate", "1e12", "terabit per second", "terabit per detik", IEC_DATA, {
    expansion: "Tbit/s",
  }),
  row("kB/s", "data rate", "8e3", "kilobyte per second", "kilobita per detik", IEC_DATA),
  row("MB/s", "data rate", "8e6", "megabyte per second", "megabita per detik", IEC_DATA),
  row("GB/s", "data rate", "8e9", "gigabyte per second", "gigabita per detik", IEC_DATA),

  // ratios
  row("%", "ratio", "1/100", "percent", "persen", RATIO, { aliases: ["pct"] }),
  row("\u2030", "ratio", "1/1000", "per mille", "per mil", RATIO),
  row("ppm", "ratio", "1e-6", "part per million", "bagian per juta", RATIO),

  // light, amount of substance, radiation
  row("cd", "luminous intensity", "1", "candela", "kandela", BASE),
  row("lm", "luminous intensity", "1", "lumen", "lumen", `${DERIVED} (the steradian being 1)`),
  row("lx", "illuminance", "1", "lux", "lux", `${DERIVED} (the steradian being 1)`),
  row("klx", "illuminance", "1e3", "kilolux", "kilolux", PREFIXED),
  row("umol", "amount of substance", "1e-6", "micromole", "mikromol", PREFIXED, {
    aliases: ["\u00b5mol", "\u03bcmol"],
  }),
  row("mmol", "amount of substance", "1e-3", "millimole", "milimol", PREFIXED),
  row("mol", "amount of substance", "1", "mole", "mol", BASE),
  row("kmol", "amount of substance", "1e3", "kilomole", "kilomol", PREFIXED),
  row("mmol/L", "concentration", "1", "millimole per litre", "milimol per liter", COMPOSED),
  row("uSv", "dose", "1e-6", "microsievert", "mikrosievert", PREFIXED, {
    aliases: ["\u00b5Sv", "\u03bcSv"],
  }),
  row("mSv", "dose", "1e-3", "millisievert", "milisievert", PREFIXED),
  row("Sv", "dose", "1", "sievert", "sievert", DERIVED),
  row("mGy", "dose", "1e-3", "milligray", "miligray", PREFIXED),
  row("Gy", "dose", "1", "gray", "gray", DERIVED),
  row("Bq", "frequency", "1", "becquerel", "becquerel", DERIVED),
  row("kBq", "frequency", "1e3", "kilobecquerel", "kilobecquerel", PREFIXED),
  row("MBq", "frequency", "1e6", "megabecquerel", "megabecquerel", PREFIXED),

  // flow and density
  row("L/min", "volume flow", "1e-3/60", "litre per minute", "liter per menit", COMPOSED),
  row("m^3/h", "volume flow", "1/3600", "cubic metre per hour", "meter kubik per jam", COMPOSED),
  row("kg/h", "mass flow", "1/3600", "kilogram per hour", "kilogram per jam", COMPOSED),
  row("kg/m^3", "density", "1", "kilogram per cubic metre", "kilogram per meter kubik", COMPOSED),
  row("mg/L", "density", "1e-3", "milligram per litre", "miligram per liter", COMPOSED),
  row("mg/dL", "density", "1e-2", "milligram per decilitre", "miligram per desiliter", COMPOSED),
  row(
    "ug/m^3",
    "density",
    "1e-9",
    "microgram per cubic metre",
    "mikrogram per meter kubik",
    COMPOSED,
  ),
];

/** Every unit with a name, physical units by kind and then currencies by code. */
export const unitTable: readonly UnitEntry[] = [
  ...physicalUnits,
  ...currencies.map(([code, english, indonesian]) =>
    row(code, `money in ${code}`, "1", english, indonesian, "ISO 4217:2015"),
  ),
];
