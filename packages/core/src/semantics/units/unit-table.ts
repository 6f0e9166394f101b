// The closed table of units (language reference, "Units"): one row each, as text, so that loading it costs next to
// nothing. unit.ts makes units of the rows it is asked for; docs, completion and tests read them all.

import { currencyRows } from "./currencies.ts";
import type { DimensionName } from "./dimension.ts";

/**
 * A row of the table. Every symbol has one reading, so some units are left out: coulomb and farad (C and F are
 * temperatures), horsepower (NIST SP 811 lists six), ppb (a billion is 10^9 or 10^12), months and years (their length
 * varies), decibels (not a scale factor). Canonical symbols can be typed on any keyboard; `°C`, `Ω`, `µm` are aliases.
 */
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

const SOURCES: Readonly<Record<string, string>> = {
  base: "SI Brochure 9th ed., table 2",
  derived: "SI Brochure 9th ed., table 4",
  composed: "SI Brochure 9th ed., tables 5 and 6",
  prefixed: "SI Brochure 9th ed., table 7 (prefixes)",
  accepted: "SI Brochure 9th ed., table 8 (accepted with the SI)",
  ratio: "SI Brochure 9th ed., 5.4.7",
  steradian: "SI Brochure 9th ed., table 4 (the steradian being 1)",
  radian: "SI Brochure 9th ed., table 4 (as the double nearest to 180/\u03c0 degrees)",
  nist: "NIST SP 811 (2008), appendix B.8",
  conventional: "NIST SP 811 (2008), appendix B.8 (conventional)",
  thermochemical: "NIST SP 811 (2008), appendix B.8 (thermochemical)",
  international: "NIST SP 811 (2008), appendix B.8 (International Table)",
  week: "ISO 8601-1:2019 (seven days)",
  rotation: "ISO 80000-3:2006 (rotational frequency)",
  electrical: "IEC 80000-6:2008",
  data: "IEC 80000-13:2008",
  currency: "ISO 4217:2015",
};

/**
 * Rows stand under their dimension: spellings, factor, English name, Indonesian name, key of SOURCES, and for some
 * `zero …` or `= expansion`. Micro is written u and the ohm is spelled out; `spellings` adds the characters for them.
 *
 * Angle: degrees and radians have no rational ratio. The degree is the coherent one, so that whole degrees stay exact,
 * and the radian is the double nearest to 180/pi, 57.29577951308232, as the fraction which that double is.
 * Frequency: a turn or a beat counts as one, as it does in the SI, so rpm is 1/60 Hz.
 * Light: the steradian counts as one, so lm has the dimension of cd.
 * Data: k, M, G, T are powers of 1000, Ki, Mi, Gi, Ti powers of 1024.
 * Fahrenheit: t(F) = t(C) * 9/5 + 32, so its zero lies at 459.67 * 5/9 K.
 */
const PHYSICAL_UNITS = `
length:
  nm       | 1e-9           | nanometre | nanometer | prefixed
  um       | 1e-6           | micrometre | mikrometer | prefixed
  mm       | 1e-3           | millimetre | milimeter | prefixed
  cm       | 1e-2           | centimetre | sentimeter | prefixed
  dm       | 1e-1           | decimetre | desimeter | prefixed
  m        | 1              | metre | meter | base
  km       | 1e3            | kilometre | kilometer | prefixed
  in       | 0.0254         | inch | inci | nist
  ft       | 0.3048         | foot | kaki | nist
  yd       | 0.9144         | yard | yard | nist
  mi       | 1609.344       | mile | mil | nist
  nmi      | 1852           | nautical mile | mil laut | nist
area:
  mm^2     | 1e-6           | square millimetre | milimeter persegi | composed
  cm^2     | 1e-4           | square centimetre | sentimeter persegi | composed
  m^2      | 1              | square metre | meter persegi | composed
  km^2     | 1e6            | square kilometre | kilometer persegi | composed
  ha       | 1e4            | hectare | hektare | accepted
volume:
  uL ul    | 1e-9           | microlitre | mikroliter | prefixed
  mL ml    | 1e-6           | millilitre | mililiter | prefixed
  dL dl    | 1e-4           | decilitre | desiliter | prefixed
  L l      | 1e-3           | litre | liter | accepted
  cm^3     | 1e-6           | cubic centimetre | sentimeter kubik | composed
  m^3      | 1              | cubic metre | meter kubik | composed
  gal      | 0.003785411784 | US gallon | galon AS | nist
time:
  ns       | 1e-9           | nanosecond | nanodetik | prefixed
  us       | 1e-6           | microsecond | mikrodetik | prefixed
  ms       | 1e-3           | millisecond | milidetik | prefixed
  s        | 1              | second | detik | base
  min      | 60             | minute | menit | accepted
  h        | 3600           | hour | jam | accepted
  d        | 86400          | day | hari | accepted
  wk       | 604800         | week | minggu | week
speed:
  m/s      | 1              | metre per second | meter per detik | composed
  km/h kmh | 1/3.6          | kilometre per hour | kilometer per jam | nist
  mph      | 0.44704        | mile per hour | mil per jam | nist | = mi/h
  kn       | 1852/3600      | knot | knot | nist | = nmi/h
acceleration:
  m/s^2    | 1              | metre per second squared | meter per detik kuadrat | composed
mass:
  ug mcg   | 1e-9           | microgram | mikrogram | prefixed
  mg       | 1e-6           | milligram | miligram | prefixed
  g        | 1e-3           | gram | gram | prefixed
  kg       | 1              | kilogram | kilogram | base
  t        | 1e3            | tonne | ton | accepted
  oz       | 0.028349523125 | ounce | ounce | nist
  lb       | 0.45359237     | pound | pound | nist
temperature:
  C \u00b0C \u2103   | 1              | degree Celsius | derajat Celsius | derived | zero 273.15
  F \u00b0F \u2109   | 5/9            | degree Fahrenheit | derajat Fahrenheit | nist | zero 45967/180
  K        | 1              | kelvin | kelvin | base | zero 0
pressure:
  Pa       | 1              | pascal | pascal | derived
  hPa      | 1e2            | hectopascal | hektopascal | prefixed
  kPa      | 1e3            | kilopascal | kilopascal | prefixed
  MPa      | 1e6            | megapascal | megapascal | prefixed
  GPa      | 1e9            | gigapascal | gigapascal | prefixed
  mbar     | 1e2            | millibar | milibar | nist
  bar      | 1e5            | bar | bar | nist
  psi      | 0.45359237*9.80665/0.0254/0.0254 | pound per square inch | pound per inci persegi | nist | = lbf/in^2
  mmHg     | 13595.1*9.80665*0.001 | millimetre of mercury | milimeter raksa | conventional
  cmH2O    | 1000*9.80665*0.01 | centimetre of water | sentimeter air | conventional
  atm      | 101325         | standard atmosphere | atmosfer | nist
force:
  N        | 1              | newton | newton | derived
  kN       | 1e3            | kilonewton | kilonewton | prefixed
  MN       | 1e6            | meganewton | meganewton | prefixed
  lbf      | 0.45359237*9.80665 | pound-force | pound gaya | nist
energy:
  J        | 1              | joule | joule | derived
  kJ       | 1e3            | kilojoule | kilojoule | prefixed
  MJ       | 1e6            | megajoule | megajoule | prefixed
  GJ       | 1e9            | gigajoule | gigajoule | prefixed
  Wh       | 3600           | watt hour | watt jam | nist | = W*h
  kWh      | 3.6e6          | kilowatt hour | kilowatt jam | nist | = kW*h
  MWh      | 3.6e9          | megawatt hour | megawatt jam | nist | = MW*h
  GWh      | 3.6e12         | gigawatt hour | gigawatt jam | nist | = GW*h
  cal      | 4.184          | calorie | kalori | thermochemical
  kcal     | 4184           | kilocalorie | kilokalori | thermochemical
  Btu      | 1055.05585262  | British thermal unit | satuan panas Britania | international
  N*m      | 1              | newton metre | newton meter | composed
power:
  mW       | 1e-3           | milliwatt | miliwatt | prefixed
  W        | 1              | watt | watt | derived
  kW       | 1e3            | kilowatt | kilowatt | prefixed
  MW       | 1e6            | megawatt | megawatt | prefixed
  GW       | 1e9            | gigawatt | gigawatt | prefixed
  VA       | 1              | volt-ampere | volt-ampere | electrical | = V*A
  kVA      | 1e3            | kilovolt-ampere | kilovolt-ampere | electrical | = kV*A
  MVA      | 1e6            | megavolt-ampere | megavolt-ampere | electrical
irradiance:
  W/m^2    | 1              | watt per square metre | watt per meter persegi | composed
voltage:
  uV       | 1e-6           | microvolt | mikrovolt | prefixed
  mV       | 1e-3           | millivolt | milivolt | prefixed
  V        | 1              | volt | volt | derived
  kV       | 1e3            | kilovolt | kilovolt | prefixed
current:
  uA       | 1e-6           | microampere | mikroampere | prefixed
  mA       | 1e-3           | milliampere | miliampere | prefixed
  A        | 1              | ampere | ampere | base
  kA       | 1e3            | kiloampere | kiloampere | prefixed
charge:
  mAh      | 3.6            | milliampere hour | miliampere jam | nist | = mA*h
  Ah       | 3600           | ampere hour | ampere jam | nist | = A*h
resistance:
  mohm     | 1e-3           | milliohm | miliohm | prefixed
  ohm      | 1              | ohm | ohm | derived
  kohm     | 1e3            | kilohm | kiloohm | prefixed
  Mohm     | 1e6            | megohm | megaohm | prefixed
conductance:
  uS       | 1e-6           | microsiemens | mikrosiemens | prefixed
  mS       | 1e-3           | millisiemens | milisiemens | prefixed
  S        | 1              | siemens | siemens | derived
conductivity:
  uS/cm    | 1e-4           | microsiemens per centimetre | mikrosiemens per sentimeter | composed
electric field:
  V/m      | 1              | volt per metre | volt per meter | composed
inductance:
  uH       | 1e-6           | microhenry | mikrohenry | prefixed
  mH       | 1e-3           | millihenry | milihenry | prefixed
  H        | 1              | henry | henry | derived
magnetic flux:
  Wb       | 1              | weber | weber | derived
magnetic flux density:
  uT       | 1e-6           | microtesla | mikrotesla | prefixed
  mT       | 1e-3           | millitesla | militesla | prefixed
  T        | 1              | tesla | tesla | derived
frequency:
  Hz       | 1              | hertz | hertz | derived | = 1/s
  kHz      | 1e3            | kilohertz | kilohertz | prefixed
  MHz      | 1e6            | megahertz | megahertz | prefixed
  GHz      | 1e9            | gigahertz | gigahertz | prefixed
  rpm      | 1/60           | revolution per minute | putaran per menit | rotation | = 1/min
  bpm      | 1/60           | beat per minute | denyut per menit | rotation | = 1/min
angle:
  deg \u00b0  | 1              | degree | derajat | accepted
  arcmin   | 1/60           | minute of arc | menit busur | accepted
  arcsec   | 1/3600         | second of arc | detik busur | accepted
  rad      | 1007958012753983/17592186044416 | radian | radian | radian
  mrad     | 1007958012753983/17592186044416000 | milliradian | miliradian | radian
angular speed:
  deg/s    | 1              | degree per second | derajat per detik | composed
data:
  bit      | 1              | bit | bit | data
  kbit     | 1e3            | kilobit | kilobit | data
  Mbit     | 1e6            | megabit | megabit | data
  Gbit     | 1e9            | gigabit | gigabit | data
  Tbit     | 1e12           | terabit | terabit | data
  B        | 8              | byte | bita | data
  kB       | 8e3            | kilobyte | kilobita | data
  MB       | 8e6            | megabyte | megabita | data
  GB       | 8e9            | gigabyte | gigabita | data
  TB       | 8e12           | terabyte | terabita | data
  PB       | 8e15           | petabyte | petabita | data
  KiB      | 8*1024         | kibibyte | kibibita | data
  MiB      | 8*1048576      | mebibyte | mebibita | data
  GiB      | 8*1073741824   | gibibyte | gibibita | data
  TiB      | 8*1099511627776 | tebibyte | tebibita | data
  PiB      | 8*1125899906842624 | pebibyte | pebibita | data
data rate:
  bps      | 1              | bit per second | bit per detik | data | = bit/s
  kbps     | 1e3            | kilobit per second | kilobit per detik | data | = kbit/s
  Mbps     | 1e6            | megabit per second | megabit per detik | data | = Mbit/s
  Gbps     | 1e9            | gigabit per second | gigabit per detik | data | = Gbit/s
  Tbps     | 1e12           | terabit per second | terabit per detik | data | = Tbit/s
  kB/s     | 8e3            | kilobyte per second | kilobita per detik | data
  MB/s     | 8e6            | megabyte per second | megabita per detik | data
  GB/s     | 8e9            | gigabyte per second | gigabita per detik | data
ratio:
  % pct    | 1/100          | percent | persen | ratio
  \u2030  | 1/1000         | per mille | per mil | ratio
  ppm      | 1e-6           | part per million | bagian per juta | ratio
luminous intensity:
  cd       | 1              | candela | kandela | base
  lm       | 1              | lumen | lumen | steradian
illuminance:
  lx       | 1              | lux | lux | steradian
  klx      | 1e3            | kilolux | kilolux | prefixed
amount of substance:
  umol     | 1e-6           | micromole | mikromol | prefixed
  mmol     | 1e-3           | millimole | milimol | prefixed
  mol      | 1              | mole | mol | base
  kmol     | 1e3            | kilomole | kilomol | prefixed
concentration:
  mmol/L   | 1              | millimole per litre | milimol per liter | composed
dose:
  uSv      | 1e-6           | microsievert | mikrosievert | prefixed
  mSv      | 1e-3           | millisievert | milisievert | prefixed
  Sv       | 1              | sievert | sievert | derived
  mGy      | 1e-3           | milligray | miligray | prefixed
  Gy       | 1              | gray | gray | derived
frequency:
  Bq       | 1              | becquerel | becquerel | derived
  kBq      | 1e3            | kilobecquerel | kilobecquerel | prefixed
  MBq      | 1e6            | megabecquerel | megabecquerel | prefixed
volume flow:
  L/min    | 1e-3/60        | litre per minute | liter per menit | composed
  m^3/h    | 1/3600         | cubic metre per hour | meter kubik per jam | composed
mass flow:
  kg/h     | 1/3600         | kilogram per hour | kilogram per jam | composed
density:
  kg/m^3   | 1              | kilogram per cubic metre | kilogram per meter kubik | composed
  mg/L     | 1e-3           | milligram per litre | miligram per liter | composed
  mg/dL    | 1e-2           | milligram per decilitre | miligram per desiliter | composed
  ug/m^3   | 1e-9           | microgram per cubic metre | mikrogram per meter kubik | composed
`;

/** Characters that a spelling's letters stand for: micro sign and Greek mu, Greek omega and ohm sign. */
const MICRO = ["\u00b5", "\u03bc"];
const OHM = ["\u03a9", "\u2126"];

function addLookAlikes(spellings: string[]): void {
  for (const spelling of spellings.slice()) {
    if (spelling.startsWith("u") && !spelling.includes("/")) {
      for (const micro of MICRO) spellings.push(micro + spelling.slice(1));
    } else if (spelling.endsWith("ohm")) {
      for (const ohm of OHM) spellings.push(spelling.slice(0, -3) + ohm);
    }
  }
}

interface Row {
  readonly dimension: UnitEntry["dimension"];
  readonly spellings: readonly string[];
  /** The rest of the line. */
  readonly cells: string;
}

/** The table cut into lines and spellings, no further: most documents use a handful of units. */
function physicalRows(): readonly Row[] {
  const rows: Row[] = [];
  let dimension: UnitEntry["dimension"] = "ratio";
  for (const line of PHYSICAL_UNITS.split("\n")) {
    const bar = line.indexOf("|");
    if (bar < 0) {
      // A heading is a dimension's name; a test reads every row.
      if (line !== "") dimension = line.slice(0, -1) as DimensionName;
      continue;
    }
    const spellings = line.slice(0, bar).trim().split(" ");
    addLookAlikes(spellings);
    rows.push({ dimension, spellings, cells: line.slice(bar + 1) });
  }
  return rows;
}

function currencyTableRows(): readonly Row[] {
  return currencyRows().map(
    ([code, names]): Row => ({
      dimension: `money in ${code}`,
      spellings: [code],
      cells: `1|${names}|currency`,
    }),
  );
}

const ZERO = "zero ";
const EXPANSION = "= ";

function readRow({ dimension, spellings, cells }: Row): UnitEntry {
  const [factor = "", english = "", indonesian = "", source = "", extra = ""] = cells
    .split("|")
    .map((cell) => cell.trim());
  const [symbol = "", ...aliases] = spellings;
  return {
    symbol,
    aliases,
    english,
    indonesian,
    dimension,
    factor,
    zero: extra.startsWith(ZERO) ? extra.slice(ZERO.length) : null,
    expansion: extra.startsWith(EXPANSION) ? extra.slice(EXPANSION.length) : null,
    source: SOURCES[source] ?? "",
  };
}

type RowIndex = ReadonlyMap<string, Row>;

function indexRows(rows: readonly Row[]): RowIndex {
  const index = new Map<string, Row>();
  for (const row of rows) {
    for (const spelling of row.spellings) index.set(spelling, row);
  }
  return index;
}

let physicalIndex: RowIndex | undefined;
let currencyIndex: RowIndex | undefined;
let table: readonly UnitEntry[] | undefined;

/** The unit with this symbol or alias; null when there is none. Reads that row only. */
export function findUnitEntry(spelling: string): UnitEntry | null {
  physicalIndex ??= indexRows(physicalRows());
  let row = physicalIndex.get(spelling);
  if (row === undefined && spelling.length === 3) {
    currencyIndex ??= indexRows(currencyTableRows());
    row = currencyIndex.get(spelling);
  }
  return row === undefined ? null : readRow(row);
}

/** Every unit with a name: physical units by dimension, then currencies by code. */
export function unitTable(): readonly UnitEntry[] {
  table ??= [...physicalRows(), ...currencyTableRows()].map(readRow);
  return table;
}
