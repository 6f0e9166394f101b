// What people write instead of a unit's symbol, in two languages, and what they are offered.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseUnit, unitNamesNear, unitTable } from "./unit.ts";

test.each([
  ["celcius", "C"],
  ["Celsius", "C"],
  ["degC", "C"],
  ["derajat Celsius", "C"],
  ["fahrenheit", "F"],
  ["Kelvin", "K"],
  ["meter", "m"],
  ["meters", "m"],
  ["metres", "m"],
  ["M", "m"],
  ["KM", "km"],
  ["kilometer", "km"],
  ["feet", "ft"],
  ["inches", "in"],
  ["miles", "mi"],
  ["sec", "s"],
  ["secs", "s"],
  ["second", "s"],
  ["detik", "s"],
  ["menit", "min"],
  ["minutes", "min"],
  ["Min", "min"],
  ["jam", "h"],
  ["hours", "h"],
  ["hrs", "h"],
  ["hari", "d"],
  ["days", "d"],
  ["minggu", "wk"],
  ["weeks", "wk"],
  ["month", "d"],
  ["kph", "km/h"],
  ["Km/h", "km/h"],
  ["km/jam", "km/h"],
  ["km/hr", "km/h"],
  ["meter/sec", "m/s"],
  ["meters per second", "m/s"],
  ["metre per second", "m/s"],
  ["knots", "kn"],
  ["kts", "kn"],
  ["persen", "%"],
  ["percent", "%"],
  ["KB", "kB"],
  ["Kb", "kbit"],
  ["Mb", "Mbit"],
  ["mb", "MB"],
  ["Mhz", "MHz"],
  ["KWH", "kWh"],
  ["kw", "kW"],
  ["hp", "kW"],
  ["kilogram", "kg"],
  ["gr", "g"],
  ["ons", "g"],
  ["pon", "g"],
  ["lbs", "lb"],
  ["ton", "t"],
  ["liters", "L"],
  ["cc", "mL"],
  ["m3", "m^3"],
  ["kg/m3", "kg/m^3"],
  ["m/s2", "m/s^2"],
  ["ft2", "ft^2"],
  ["Km^2", "km^2"],
  ["m2", "m^2"],
  ["kgs", "kg"],
  ["nm/sec", "nm/s"],
  ["NM", "nmi"],
  ["volts", "V"],
  ["amps", "A"],
  ["degrees", "deg"],
  ["derajat", "deg"],
  ["rupiah", "IDR"],
  ["Rp", "IDR"],
  ["dollars", "USD"],
  ["$", "USD"],
  ["€", "EUR"],
  ["usd", "USD"],
  ["metters", "m"],
  ["kilometrs", "km"],
  ["kilowat", "kW"],
  ["hektare", "ha"],
  ["lux", "lx"],
  ["x", null],
  ["barrels", null],
  ["", null],
  ["__proto__", null],
  ["constructor", null],
  ["a".repeat(100), null],
])("for %j offers %j", (text, best) => {
  expect(unitNamesNear(text)[0] ?? null).toBe(best);
});

test("offers at most three, each a unit, none the text itself", () => {
  const spelling = fc.constantFrom(
    ...unitTable().flatMap(({ symbol, english, indonesian }) => [symbol, english, indonesian]),
  );
  const mistyped = fc
    .tuple(spelling, fc.nat(8), fc.constantFrom("", "s", "x", "/", "^2", " "))
    .map(([text, at, inserted]) => text.slice(0, at) + inserted + text.slice(at + 1));
  fc.assert(
    fc.property(fc.oneof(spelling, mistyped, fc.string({ unit: "grapheme" })), (text) => {
      const offered = unitNamesNear(text);
      expect(offered.length).toBeLessThanOrEqual(3);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered).not.toContain(text);
      for (const name of offered) expect(parseUnit(name), `${text}: ${name}`).not.toBeNull();
    }),
    { numRuns: 1000 },
  );
});
