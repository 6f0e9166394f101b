// Units: the table against factors written down a second time, reading, and the laws of products.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeDimension, dimensionOf, namedDimensions, sameDimension } from "./dimension.ts";
import { type Rational, rational } from "./rational.ts";
import {
  coherentUnit,
  differenceOf,
  divideUnits,
  multiplyUnits,
  one,
  parseUnit,
  powerUnit,
  readUnitAt,
  rootUnit,
  sameUnit,
  type Unit,
  unitsOfDimension,
  unitTable,
} from "./unit.ts";

function unit(text: string): Unit {
  const parsed = parseUnit(text);
  if (parsed === null) throw new Error(`${text} is no unit`);
  return parsed;
}

/** Exact fractions of plain decimals, read by other means than the table's own. */
function fraction(text: string): Rational {
  const [above = "", below = "1"] = text.split("/");
  const places = (decimal: string) => decimal.split(".")[1]?.length ?? 0;
  const digits = (decimal: string) => BigInt(decimal.replace(".", ""));
  return rational(
    digits(above) * 10n ** BigInt(places(below)),
    digits(below) * 10n ** BigInt(places(above)),
  );
}

// Symbol, its value in the coherent unit (SI Brochure 9th ed.; NIST SP 811; IEC 80000-13), that unit's dimension.
const FACTORS = `
nm 0.000000001 length
um 0.000001 length
mm 0.001 length
cm 0.01 length
dm 0.1 length
m 1 length
km 1000 length
in 0.0254 length
ft 0.3048 length
yd 0.9144 length
mi 1609.344 length
nmi 1852 length
mm^2 0.000001 area
cm^2 0.0001 area
m^2 1 area
km^2 1000000 area
ha 10000 area
uL 0.000000001 volume
mL 0.000001 volume
dL 0.0001 volume
L 0.001 volume
cm^3 0.000001 volume
m^3 1 volume
gal 0.003785411784 volume
ns 0.000000001 time
us 0.000001 time
ms 0.001 time
s 1 time
min 60 time
h 3600 time
d 86400 time
wk 604800 time
m/s 1 speed
km/h 5/18 speed
mph 0.44704 speed
kn 463/900 speed
m/s^2 1 acceleration
ug 0.000000001 mass
mg 0.000001 mass
g 0.001 mass
kg 1 mass
t 1000 mass
oz 0.028349523125 mass
lb 0.45359237 mass
C 1 temperature
F 5/9 temperature
K 1 temperature
Pa 1 pressure
hPa 100 pressure
kPa 1000 pressure
MPa 1000000 pressure
GPa 1000000000 pressure
mbar 100 pressure
bar 100000 pressure
psi 4.4482216152605/0.00064516 pressure
mmHg 133.322387415 pressure
cmH2O 98.0665 pressure
atm 101325 pressure
N 1 force
kN 1000 force
MN 1000000 force
lbf 4.4482216152605 force
J 1 energy
kJ 1000 energy
MJ 1000000 energy
GJ 1000000000 energy
Wh 3600 energy
kWh 3600000 energy
MWh 3600000000 energy
GWh 3600000000000 energy
cal 4.184 energy
kcal 4184 energy
Btu 1055.05585262 energy
N*m 1 energy
mW 0.001 power
W 1 power
kW 1000 power
MW 1000000 power
GW 1000000000 power
VA 1 power
kVA 1000 power
MVA 1000000 power
W/m^2 1 irradiance
uV 0.000001 voltage
mV 0.001 voltage
V 1 voltage
kV 1000 voltage
uA 0.000001 current
mA 0.001 current
A 1 current
kA 1000 current
mAh 3.6 charge
Ah 3600 charge
mohm 0.001 resistance
ohm 1 resistance
kohm 1000 resistance
Mohm 1000000 resistance
uS 0.000001 conductance
mS 0.001 conductance
S 1 conductance
uS/cm 0.0001 conductivity
V/m 1 electric field
uH 0.000001 inductance
mH 0.001 inductance
H 1 inductance
Wb 1 magnetic flux
uT 0.000001 magnetic flux density
mT 0.001 magnetic flux density
T 1 magnetic flux density
Hz 1 frequency
kHz 1000 frequency
MHz 1000000 frequency
GHz 1000000000 frequency
rpm 1/60 frequency
bpm 1/60 frequency
deg 1 angle
arcmin 1/60 angle
arcsec 1/3600 angle
rad 8063664102031864/140737488355328 angle
mrad 8063664102031864/140737488355328000 angle
deg/s 1 angular speed
bit 1 data
kbit 1000 data
Mbit 1000000 data
Gbit 1000000000 data
Tbit 1000000000000 data
B 8 data
kB 8000 data
MB 8000000 data
GB 8000000000 data
TB 8000000000000 data
PB 8000000000000000 data
KiB 8192 data
MiB 8388608 data
GiB 8589934592 data
TiB 8796093022208 data
PiB 9007199254740992 data
bps 1 data rate
kbps 1000 data rate
Mbps 1000000 data rate
Gbps 1000000000 data rate
Tbps 1000000000000 data rate
kB/s 8000 data rate
MB/s 8000000 data rate
GB/s 8000000000 data rate
% 0.01 ratio
‰ 0.001 ratio
ppm 0.000001 ratio
cd 1 luminous intensity
lm 1 luminous intensity
lx 1 illuminance
klx 1000 illuminance
umol 0.000001 amount of substance
mmol 0.001 amount of substance
mol 1 amount of substance
kmol 1000 amount of substance
mmol/L 1 concentration
uSv 0.000001 dose
mSv 0.001 dose
Sv 1 dose
mGy 0.001 dose
Gy 1 dose
Bq 1 frequency
kBq 1000 frequency
MBq 1000000 frequency
L/min 1/60000 volume flow
m^3/h 1/3600 volume flow
kg/h 1/3600 mass flow
kg/m^3 1 density
mg/L 0.001 density
mg/dL 0.01 density
ug/m^3 0.000000001 density
`
  .trim()
  .split("\n")
  .map((line) => {
    const [symbol = "", factor = "", ...dimension] = line.split(" ");
    return { symbol, factor, dimension: dimension.join(" ") };
  });

const physical = unitTable().filter(({ dimension }) => !dimension.startsWith("money"));
const currencies = unitTable().filter(({ dimension }) => dimension.startsWith("money"));

describe("the table", () => {
  test.each(FACTORS)("$symbol is $factor of its dimension's coherent unit", (row) => {
    const { factor, dimension, symbol } = unit(row.symbol);
    expect(factor).toEqual(fraction(row.factor));
    expect(describeDimension(dimension)).toBe(row.dimension);
    expect(symbol).toBe(row.symbol);
  });

  test("holds no unit that was not written down a second time", () => {
    expect(physical.map(({ symbol }) => symbol)).toEqual(FACTORS.map(({ symbol }) => symbol));
  });

  test("agrees with the parts of what is composed", () => {
    for (const entry of unitTable()) {
      const { dimension, factor, affine } = unit(entry.symbol);
      const own = entry.factor.split(/(?=[*/])/).reduce((product, text) => {
        const operand = fraction(decimal(text.replace(/^[*/]/, "")));
        return text.startsWith("/")
          ? rational(
              product.numerator * operand.denominator,
              product.denominator * operand.numerator,
            )
          : rational(
              product.numerator * operand.numerator,
              product.denominator * operand.denominator,
            );
      }, rational(1n));
      expect(factor, entry.symbol).toEqual(own);
      expect(describeDimension(dimension)).toBe(entry.dimension);
      expect(factor.numerator > 0n).toBe(true);
      expect(affine).toBe(entry.zero !== null);
      if (entry.expansion !== null) {
        expect(sameUnit(unit(entry.expansion), unit(entry.symbol)), entry.symbol).toBe(true);
        for (const part of unit(entry.expansion).parts) {
          const expanded = unitTable().find(({ symbol }) => symbol === part.symbol);
          expect(expanded?.expansion, "expansions have none themselves").toBeNull();
        }
      }
    }
  });

  test("has one reading for each spelling", () => {
    const spellings = unitTable().flatMap(({ symbol, aliases }) => [symbol, ...aliases]);
    expect(spellings.length).toBe(new Set(spellings).size);
    for (const { symbol, aliases } of unitTable()) {
      for (const alias of aliases) expect(parseUnit(alias), alias).toBe(parseUnit(symbol));
    }
    const simple = spellings.filter((spelling) => !/[/*^]/.test(spelling));
    expect(Math.max(...simple.map(({ length }) => length))).toBeLessThanOrEqual(8);
  });

  test("names every unit in both languages and says where its factor is from", () => {
    for (const { english, indonesian, source, symbol } of unitTable()) {
      for (const text of [english, indonesian, source]) {
        expect(text.trim(), symbol).not.toBe("");
        expect(text, symbol).not.toContain("|");
      }
    }
  });

  test("has the active currencies of ISO 4217, each a dimension of its own", () => {
    const codes = currencies.map(({ symbol }) => symbol);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes).toHaveLength(176);
    for (const code of codes) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect(unit(code).dimension).toEqual(dimensionOf({ [`currency:${code}`]: 1 }));
    }
    expect(codes).toEqual(
      expect.arrayContaining(["IDR", "USD", "EUR", "XCG", "ZWG", "XAD", "SLE"]),
    );
    for (const withdrawn of ["DEM", "HRK", "BGN", "ANG", "ZWL", "CUC", "SLL", "XTS", "XXX"]) {
      expect(parseUnit(withdrawn), withdrawn).toBeNull();
    }
  });

  test("has absolute temperatures with exact zeros", () => {
    expect(unit("C")).toMatchObject({ affine: true, offset: fraction("273.15") });
    expect(unit("F")).toMatchObject({ affine: true, offset: fraction("45967/180") });
    expect(unit("K")).toMatchObject({ affine: true, offset: fraction("0") });
  });

  test("names only dimensions that are known", () => {
    for (const { dimension } of physical) expect(Object.keys(namedDimensions)).toContain(dimension);
  });
});

/** `1e-3` as a plain decimal. */
function decimal(text: string): string {
  const [significand = "", exponent = "0"] = text.split("e");
  const places = Number(exponent);
  if (places >= 0) {
    const [whole = "", part = ""] = significand.split(".");
    return (
      whole +
      part.padEnd(places, "0").slice(0, places) +
      (part.length > places ? `.${part.slice(places)}` : "")
    );
  }
  return `${significand}/1${"0".repeat(-places)}`;
}

describe("parseUnit", () => {
  test.each([
    ["km/h", "km/h"],
    ["kmh", "km/h"],
    ["°C", "C"],
    ["pct", "%"],
    ["m²", "m^2"],
    ["m³", "m^3"],
    ["s⁻¹", "1/s"],
    ["1/s", "1/s"],
    ["1/m^2/s", "1/m^2/s"],
    ["m*s^-2", "m/s^2"],
    ["kg·m²/s²", "kg*m^2/s^2"],
    ["W/m^2/K", "W/m^2/K"],
    ["USD/kWh", "USD/kWh"],
    ["m*m", "m^2"],
    ["km*h/km", "h"],
    ["kWh/h", "kW"],
    ["Mbps*s", "Mbit"],
    ["mph*h", "mi"],
    ["m/m", ""],
    ["Hz*s", ""],
    ["m^1", "m"],
    ["m^16", "m^16"],
    ["µm", "um"],
    ["μm", "um"],
    ["kΩ", "kohm"],
    ["Ω", "ohm"],
    ["l/min", "L/min"],
    ["°/s", "deg/s"],
  ])("reads %s as %j", (text, symbol) => {
    expect(parseUnit(text)?.symbol).toBe(symbol);
  });

  test.each([
    "",
    "1",
    "1/",
    "/s",
    "m/",
    "m//s",
    "m/s/",
    "m s",
    " m",
    "m ",
    "m^",
    "m^0",
    "m^2.5",
    "m^-",
    "m^17",
    "m^99",
    "m⁺²",
    "m²²²",
    "m²x",
    "m^2x",
    "Km",
    "KM",
    "M",
    "x",
    "meter",
    "c",
    "f",
    "°K",
    "%x",
    "mm²m",
    "2m",
    "m(s)",
    "hp",
    "ppb",
    "__proto__",
    "constructor",
    "toString",
    "m^9*s^9",
    "kkm",
    "m\u0000",
    "\ud83d\ude00",
    "m/\ud83d",
    `${"m*".repeat(500)}m`,
  ])("finds no unit in %j", (text) => {
    expect(parseUnit(text)).toBeNull();
  });

  test("makes a temperature in a product a difference", () => {
    for (const text of ["C/min", "W/C", "C^1", "F*s"]) {
      expect(unit(text)).toMatchObject({ affine: false, offset: rational(0n) });
    }
    expect(unit("C").affine).toBe(true);
  });
});

describe("readUnitAt", () => {
  test.each([
    ["10m/x", 2, "m"],
    ["30km/h", 2, "km/h"],
    ["30kmh ", 2, "kmh"],
    ["5minute", 1, null],
    ["2barrels", 1, null],
    ["5mins", 1, null],
    ["5m_s", 1, null],
    ["5m2", 1, null],
    ["5mé", 1, null],
    ["5m\u0301", 1, null],
    ["5𝒳", 1, null],
    ["5m𝒳", 1, null],
    ["5min", 1, "min"],
    ["5min(", 1, "min"],
    ["10m/min", 2, "m/min"],
    ["10m/min(a, b)", 2, "m"],
    ["10m/s.length", 2, "m"],
    ["10m/s.`length`", 2, "m"],
    ["10m/t[0]", 2, "m"],
    ["10m/d::x", 2, "m"],
    ["0m/s..5m/s", 1, "m/s"],
    ["<0..100 %>", 7, null],
    ["<0..100%>", 7, "%"],
    ["9.8m/s^2)", 3, "m/s^2"],
    ["9.8m/s^x", 3, "m/s"],
    ["1m^2.5", 1, "m"],
    ["1m^2..3m^2", 1, "m^2"],
    ["1m²,", 1, "m²"],
    ["1m²/s", 1, "m²/s"],
    ["20%", 2, "%"],
    ["20%x", 2, null],
    ["5°C", 1, "°C"],
    ["5°", 1, "°"],
    ["5 m", 1, null],
    ["5", 1, null],
    ["5", 9, null],
    ["5m//note", 1, "m"],
    ["5m/h2", 1, "m"],
    ["5m/hour", 1, "m"],
    ["100m/5s", 3, "m"],
    ["1m/s*kg", 1, "m/s*kg"],
    ["1m/s*x", 1, "m/s"],
    ["10000USD", 5, "USD"],
    ["0.12USD/kWh", 4, "USD/kWh"],
    ["5C/min", 1, "C/min"],
    ["120mmHg", 3, "mmHg"],
    ["10cmH2O", 2, "cmH2O"],
    ["5m^99", 1, "m"],
    ["5m^9*s^9", 1, "m"],
    [`1${"m*".repeat(30)}m`, 1, "m*m*m*m*m*m*m*m*m*m*m*m*m*m*m*m"],
  ])("in %j at %i reads %j", (text, position, expected) => {
    const match = readUnitAt(text, position);
    expect(match === null ? null : text.slice(position, position + match.length)).toBe(expected);
    if (match !== null && expected !== null) {
      expect(sameUnit(match.unit, unit(expected))).toBe(true);
    }
  });

  test("reads every spelling whole, and none before an identifier character", () => {
    const spellings = unitTable().flatMap(({ symbol, aliases }) => [symbol, ...aliases]);
    for (const spelling of spellings) {
      for (const after of ["", " ", ")", ",", "\n", "..", " )"]) {
        const match = readUnitAt(`7${spelling}${after}`, 1);
        expect(match, spelling).toEqual({ unit: unit(spelling), length: spelling.length });
      }
      if (/[/*^]/.test(spelling)) continue;
      for (const after of ["zz", "_", "0", "é", "水"]) {
        expect(readUnitAt(`7${spelling}${after}`, 1), spelling + after).toBeNull();
      }
    }
  });

  test("takes the longest unit that a plain search finds", () => {
    const pieces = fc.constantFrom(
      "m",
      "s",
      "km",
      "h",
      "min",
      "kg",
      "C",
      "%",
      "USD",
      "x",
      "hour",
      "/",
      "/",
      "*",
      "·",
      "^2",
      "^-1",
      "²",
      "^",
      " ",
      "2",
      ",",
      "°",
      "in",
      ">",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (list) => {
        const text = list.join("");
        let longest = 0;
        for (let length = 1; length <= text.length; length++) {
          if (/[\p{L}\d_]/u.test(text.charAt(length))) continue;
          if (text.slice(length).match(/^[²⁻]/u) !== null && /[²⁻]$/u.test(text.slice(0, length)))
            continue;
          if (parseUnit(text.slice(0, length)) !== null) longest = length;
        }
        expect(readUnitAt(text, 0)?.length ?? 0).toBe(longest);
      }),
      { numRuns: 3000 },
    );
  });

  test("never throws, and reads only what parseUnit reads", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 12 }), fc.nat(12), (text, position) => {
        const match = readUnitAt(text, position);
        if (match !== null) {
          expect(parseUnit(text.slice(position, position + match.length))).toEqual(match.unit);
        }
        parseUnit(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("products", () => {
  const units = fc.constantFrom(
    ...physical.map(({ symbol }) => differenceOf(unit(symbol))),
    unit("USD"),
    unit("EUR"),
    one,
  );

  test("commute, associate and are undone by division", () => {
    fc.assert(
      fc.property(units, units, units, (a, b, c) => {
        const ab = must(multiplyUnits(a, b));
        expect(sameUnit(ab, must(multiplyUnits(b, a)))).toBe(true);
        expect(
          sameUnit(must(multiplyUnits(ab, c)), must(multiplyUnits(a, must(multiplyUnits(b, c))))),
        ).toBe(true);
        expect(sameUnit(must(divideUnits(ab, b)), a)).toBe(true);
        expect(must(divideUnits(a, a))).toBe(one);
        expect(sameUnit(must(multiplyUnits(a, one)), a)).toBe(true);
        expect(sameUnit(must(powerUnit(a, 2)), must(multiplyUnits(a, a)))).toBe(true);
        expect(sameUnit(must(powerUnit(a, -1)), must(divideUnits(one, a)))).toBe(true);
        expect(sameUnit(must(rootUnit(must(powerUnit(a, 2)))), a)).toBe(true);
        expect(sameUnit(must(rootUnit(must(powerUnit(a, 3)), 3)), a)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("have symbols that read back", () => {
    const operations = fc.array(fc.tuple(units, fc.constantFrom(-2, -1, 1, 2)), { maxLength: 4 });
    fc.assert(
      fc.property(operations, (list) => {
        let product: Unit | null = one;
        for (const [factor, exponent] of list) {
          const power = must(powerUnit(factor, exponent));
          product = product === null ? null : multiplyUnits(product, power);
        }
        fc.pre(product !== null);
        if (product.symbol === "") {
          expect(product).toBe(one);
          return;
        }
        // Parts that come to 1 among themselves may be gone from the symbol, as in uS*Mohm/s.
        expect(sameUnit(differenceOf(unit(product.symbol)), product)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["km", "h", "km*h", "km/h"],
    ["km", "km/h", "km^2/h", "h"],
    ["m", "m", "m^2", ""],
    ["kW", "h", "kW*h", "kW/h"],
    ["kWh", "h", "kWh*h", "kW"],
    ["kWh", "kW", "kWh*kW", "h"],
    ["Mbit", "Mbps", "Mbit*Mbps", "s"],
    ["rpm", "min", "", "rpm/min"],
    ["m/s", "s", "m", "m/s^2"],
    ["C", "min", "C*min", "C/min"],
    ["%", "%", "%^2", ""],
    ["km", "m", "km*m", "km/m"],
    ["J", "N*m", "J*N*m", ""],
    ["USD", "EUR", "USD*EUR", "USD/EUR"],
  ])("%s and %s: %j, %j", (a, b, product, quotient) => {
    expect(multiplyUnits(unit(a), unit(b))?.symbol).toBe(product);
    expect(divideUnits(unit(a), unit(b))?.symbol).toBe(quotient);
  });

  test("keep the factor of what does not cancel", () => {
    expect(must(divideUnits(unit("km"), unit("m")))).toMatchObject({
      symbol: "km/m",
      factor: rational(1000n),
    });
  });

  test("have an end", () => {
    expect(powerUnit(unit("m"), 16)?.symbol).toBe("m^16");
    expect(powerUnit(unit("m"), 17)).toBeNull();
    expect(powerUnit(unit("m"), 0.5)).toBeNull();
    expect(powerUnit(unit("m"), Number.NaN)).toBeNull();
    expect(powerUnit(one, 1_000_000)).toBe(one);
    expect(powerUnit(unit("m"), 0)).toBe(one);
    expect(multiplyUnits(unit("m^16"), unit("s"))).toBeNull();
    expect(divideUnits(unit("m^16"), unit("m"))?.symbol).toBe("m^15");
  });

  test("have roots where there is a unit for them", () => {
    expect(rootUnit(unit("m^2/s^2"))?.symbol).toBe("m/s");
    expect(rootUnit(unit("J/kg"))?.symbol).toBe("m/s");
    expect(rootUnit(unit("L"), 3)?.symbol).toBe("dm");
    expect(rootUnit(unit("W*ohm"))?.symbol).toBe("V");
    expect(rootUnit(one)).toBe(one);
    expect(rootUnit(unit("ha"))).toBeNull();
    expect(rootUnit(unit("m"))).toBeNull();
    expect(rootUnit(unit("m^2"), 0)).toBeNull();
  });

  test("of coherent units are coherent", () => {
    for (const { symbol } of unitTable()) {
      const { dimension } = unit(symbol);
      const coherent = must(coherentUnit(dimension));
      expect(sameDimension(coherent.dimension, dimension), symbol).toBe(true);
      expect(coherent.factor).toEqual(rational(1n));
      expect(differenceOf(coherent)).toBe(coherent);
      if (coherent !== one) expect(differenceOf(unit(coherent.symbol))).toEqual(coherent);
    }
  });
});

test("differences keep the scale and lose the zero", () => {
  for (const symbol of ["C", "F", "K"]) {
    const scale = unit(symbol);
    const difference = differenceOf(scale);
    expect(difference).toEqual({ ...scale, affine: false, offset: rational(0n) });
    expect(differenceOf(difference)).toBe(difference);
    expect(differenceOf(scale)).toBe(difference);
    expect(sameUnit(difference, scale)).toBe(false);
  }
  expect(differenceOf(unit("m"))).toBe(unit("m"));
});

test("completion lists the units of a dimension in the table's order", () => {
  const symbols = (text: string) =>
    unitsOfDimension(unit(text).dimension).map(({ symbol }) => symbol);
  expect(symbols("m/s")).toEqual(["m/s", "km/h", "mph", "kn"]);
  expect(symbols("C")).toEqual(["C", "F", "K"]);
  expect(symbols("IDR")).toEqual(["IDR"]);
  expect(symbols("%")).toEqual(["%", "‰", "ppm"]);
  expect(unitsOfDimension(dimensionOf({ length: 7 }))).toEqual([]);
});

function must(value: Unit | null): Unit {
  if (value === null) throw new Error("no unit");
  return value;
}
