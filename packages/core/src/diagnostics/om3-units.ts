// OM3, third part: dimensions, units, temperatures, money and bare numbers. Registered by om3-names-types-units.ts.
import type { Span } from "../source/span.ts";
import { defineDiagnostic, replaceFix } from "./diagnostic.ts";
import { listedNames } from "./listed-names.ts";
import { samplePolicy } from "./sample-policy.ts";

export const dimensionsDiffer = defineDiagnostic<{
  left: string;
  leftUnit: string;
  right: string;
  rightUnit: string;
  /** The right side in minutes, where it is metres beside a time. */
  minutes: string | null;
  /** Undeclared attributes without a unit on a side that came out plain. */
  undeclared: readonly string[];
}>({
  code: "OM3050",
  title: "different dimensions",
  severity: "error",
  adjustable: false,
  explanation:
    "Only quantities of one dimension can be compared, added or subtracted. Within a dimension OMEGA converts exactly: metres and feet, seconds and hours. `*` and `/` combine dimensions: `Distance / Speed` is a time.",
  bad: samplePolicy({ rule: ["- IF Distance < 5s THEN StopMachine"] }),
  good: samplePolicy({ rule: ["- IF Distance < 5m THEN StopMachine UNKNOWN StopMachine"] }),
  message: ({ left, leftUnit, right, rightUnit, minutes, undeclared }) => {
    const what = `\`${left}\` is ${leftUnit}, \`${right}\` is ${rightUnit}`;
    if (minutes !== null) return `${what}; minutes are \`min\`: \`${minutes}\``;
    if (undeclared.length === 0) return what;
    const names = undeclared.map((name) => `\`${name}\``).join(" and ");
    return `${what}; declare ${names} with ${undeclared.length === 1 ? "its unit" : "their units"}`;
  },
  fixes: ({ minutes }, at) =>
    minutes === null
      ? []
      : [
          {
            title: `write \`${minutes}\``,
            edits: [{ span: at, newText: minutes }],
            preferred: false,
          },
        ],
});

export const currenciesMixed = defineDiagnostic<{
  left: string;
  leftUnit: string;
  right: string;
  rightUnit: string;
}>({
  code: "OM3051",
  title: "currencies mixed",
  severity: "error",
  adjustable: false,
  explanation:
    "Every currency is a dimension of its own. Exchange rates change from moment to moment, so nothing converts silently: take a rate as an input (`Rate: <USD/EUR>`) and multiply by it.",
  bad: samplePolicy({
    context: ["- Price: <EUR>"],
    rule: ["- IF Price > 100USD THEN AskManager UNKNOWN AskManager"],
  }),
  good: samplePolicy({
    context: ["- Price: <EUR>"],
    rule: ["- IF Price > 100EUR THEN AskManager UNKNOWN AskManager"],
  }),
  message: ({ left, leftUnit, right, rightUnit }) =>
    `\`${left}\` is in ${leftUnit} and \`${right}\` in ${rightUnit}; no currency converts silently: multiply by a rate`,
});

export const absoluteTemperature = defineDiagnostic<{
  text: string;
  doing: string;
  isList?: boolean;
}>({
  code: "OM3052",
  title: "arithmetic with absolute temperatures",
  severity: "error",
  adjustable: false,
  explanation:
    "20 °C is a point on a scale, not an amount: twice 20 °C, or 20 °C plus 20 °C, means nothing (in kelvins it would be something else). Subtract two temperatures to get a difference; differences can be added and scaled. A list of temperatures has an average, a least and a greatest, and no sum.",
  bad: samplePolicy({
    context: ["- Indoor: <C>", "- Outdoor: <C>"],
    rule: ["- IF Indoor + Outdoor > 50C THEN StopMachine"],
  }),
  good: samplePolicy({
    context: ["- Indoor: <C>", "- Outdoor: <C>"],
    rule: ["- IF Indoor - Outdoor > 50C THEN StopMachine"],
  }),
  message: ({ text, doing, isList = false }) =>
    isList
      ? `the members of \`${text}\` are absolute temperatures and cannot be ${doing}; take their average, least or greatest`
      : `\`${text}\` is an absolute temperature and cannot be ${doing}; subtract another to get a difference`,
});

export const absoluteAndDifference = defineDiagnostic<{
  left: string;
  leftUnit: string;
  right: string;
  rightUnit: string;
}>({
  code: "OM3053",
  title: "temperature compared with a difference",
  severity: "error",
  adjustable: false,
  explanation:
    "An absolute temperature and a difference between temperatures are different things, although both are written in degrees: 5 C more is 9 F more, but 5 °C is 41 °F.",
  bad: samplePolicy({
    context: ["- Indoor: <C>", "- Rise: <delta C>"],
    rule: ["- IF Indoor > Rise THEN StopMachine"],
  }),
  good: samplePolicy({
    context: ["- Indoor: <C>", "- Rise: <delta C>"],
    rule: ["- IF Rise > 5C THEN StopMachine"],
  }),
  message: ({ left, leftUnit, right, rightUnit }) =>
    `\`${left}\` is ${leftUnit}, \`${right}\` is ${rightUnit}; subtract two temperatures to get a difference`,
});

export const bareBesideQuantity = defineDiagnostic<{
  digits: string;
  unit: string;
  of: string;
  writable: boolean;
}>({
  code: "OM3054",
  title: "number without a unit beside a quantity",
  severity: "info",
  adjustable: true,
  explanation:
    "A bare number in a comparison, a sum or a difference takes the unit of the quantity beside it. Written out, it stays right when the declaration changes.",
  bad: samplePolicy({ rule: ["- IF Distance < 1 THEN StopMachine UNKNOWN StopMachine"] }),
  good: samplePolicy({}),
  message: ({ digits, unit, of, writable }) =>
    writable
      ? `\`${digits}\` is taken in the unit of \`${of}\`; write \`${digits}${unit}\``
      : `\`${digits}\` is taken in the unit of \`${of}\`, ${unit}`,
  fixes: ({ digits, unit, writable }, at) =>
    writable ? [replaceFix(`write \`${digits}${unit}\``, at, `${digits}${unit}`)] : [],
});

/** What a bare number beside a percentage may mean: a fraction of one may be the ratio itself. */
function percentages(digits: string, unit: string): readonly string[] {
  const value = Number(digits);
  const whole = Number((value * 100).toPrecision(12));
  const asWritten = `${digits}${unit}`;
  return unit === "%" && Math.abs(value) <= 1 ? [`${whole}%`, asWritten] : [asWritten];
}

export const bareBesidePercent = defineDiagnostic<{ digits: string; of: string; unit: string }>({
  code: "OM3055",
  title: "number without a unit beside a percentage",
  severity: "error",
  adjustable: false,
  explanation:
    "`0.2` and `20` both happen to be written for 20 %, so OMEGA does not guess: say `20%`, or compare a plain number. Only 0 is the same either way.",
  bad: samplePolicy({
    context: ["- Battery: <%>"],
    rule: ["- IF Battery < 20 THEN ReturnHome UNKNOWN ReturnHome"],
  }),
  good: samplePolicy({
    context: ["- Battery: <%>"],
    rule: ["- IF Battery < 20% THEN ReturnHome UNKNOWN ReturnHome"],
  }),
  message: ({ digits, of, unit }) =>
    `\`${of}\` is in ${unit} and \`${digits}\` has no unit; write ${listedNames(percentages(digits, unit), "or")}`,
  fixes: ({ digits, unit }, at) =>
    percentages(digits, unit).map((newText) => ({
      title: `write \`${newText}\``,
      edits: [{ span: at, newText }],
      preferred: false,
    })),
});

export const twoUnits = defineDiagnostic<{
  name: string;
  first: string;
  second: string;
  root: string | null;
}>({
  code: "OM3056",
  title: "undeclared attribute in two units",
  severity: "error",
  adjustable: false,
  explanation:
    "The number a host sends for an undeclared attribute is read in the unit it is compared with. With two units it is not clear which: declare the attribute, and each comparison converts.",
  bad: samplePolicy({
    rule: ["- IF Height < 1m THEN StopMachine", "- IF Height > 10ft THEN SlowDown"],
  }),
  good: samplePolicy({
    context: ["- Height: <m>"],
    rule: [
      "- IF Height < 1m THEN StopMachine UNKNOWN StopMachine",
      "- IF Height > 10ft THEN SlowDown UNKNOWN SlowDown",
    ],
  }),
  message: ({ name, first, second, root }) =>
    `\`${name}\` is not declared and is used in \`${first}\` and in \`${second}\`, so a bare reading could be either; declare ${root === null ? "it" : `\`${root}\``} in CONTEXT`,
});

export const metresForMinutes = defineDiagnostic<{
  literal: string;
  minutes: string;
  beside: string;
}>({
  code: "OM3057",
  title: "metres where minutes seem meant",
  severity: "warning",
  adjustable: true,
  explanation: "`m` is the metre. Minutes are `min`.",
  bad: samplePolicy({ rule: ["- IF IdleTime > 5m THEN StopMachine"] }),
  good: samplePolicy({
    context: ["- IdleTime: <min>"],
    rule: ["- IF IdleTime > 5min THEN StopMachine UNKNOWN StopMachine"],
  }),
  message: ({ literal, minutes, beside }) =>
    `\`${literal}\` is metres, and \`${beside}\` speaks of time; minutes are \`min\`: \`${minutes}\``,
  fixes: ({ minutes }, at) => [
    { title: `write \`${minutes}\``, edits: [{ span: at, newText: minutes }], preferred: false },
  ],
});

export const roundingWithoutUnit = defineDiagnostic<{
  name: string;
  unit: string;
  insertAt: number;
}>({
  code: "OM3058",
  title: "quantity rounded without a unit",
  severity: "error",
  adjustable: false,
  explanation:
    "What a rounded quantity is depends on the unit it is rounded in: 1400 m is 1 km or 1400 m. Name it: `round(x, m)`.",
  bad: samplePolicy({ rule: ["- IF round(Distance) < 1m THEN StopMachine"] }),
  good: samplePolicy({ rule: ["- IF round(Distance, m) < 1m THEN StopMachine"] }),
  message: ({ name, unit }) =>
    `\`${name}\` of a quantity names the unit to round in, such as \`${name}(x, ${unit})\``,
  fixes: ({ unit, insertAt }) => [
    {
      title: `round in ${unit}`,
      edits: [{ span: { start: insertAt, end: insertAt }, newText: `, ${unit}` }],
      preferred: false,
    },
  ],
});

export const unitNameExpected = defineDiagnostic<{
  text: string;
  of: string;
  found: string;
  unit: string | null;
}>({
  code: "OM3059",
  title: "unit name expected",
  severity: "error",
  adjustable: false,
  explanation:
    "`round(x, m)` names a unit of the quantity's own dimension. It is a name, not a value: it cannot be computed.",
  bad: samplePolicy({ rule: ["- IF round(Distance, s) < 1m THEN StopMachine"] }),
  good: samplePolicy({ rule: ["- IF round(Distance, m) < 1m THEN StopMachine"] }),
  message: ({ text, of, found, unit }) =>
    unit === null
      ? `\`${text}\` is no unit; name one that measures ${found}, as \`${of}\` is`
      : `\`${text}\` is ${unit}, \`${of}\` is ${found}`,
});

export const noSuchUnit = defineDiagnostic<{ text: string; operation: string; unit: string }>({
  code: "OM3060",
  title: "no unit for the result",
  severity: "error",
  adjustable: false,
  explanation:
    "The square root of an area is a length, but nothing is measured in the square root of a metre. Powers of quantities need a whole, literal exponent, and units are combined of at most a dozen parts.",
  bad: samplePolicy({ rule: ["- IF std::math::sqrt(Distance) > 1 THEN StopMachine"] }),
  good: samplePolicy({
    context: ["- Area: <m^2>"],
    rule: ["- IF std::math::sqrt(Area) > 1m THEN StopMachine"],
  }),
  message: ({ text, operation, unit }) =>
    `\`${text}\` is ${unit}, and there is no unit for ${operation}`,
});

export const literalOutOfReach = defineDiagnostic<{ literal: string; unit: string }>({
  code: "OM3061",
  title: "number out of reach",
  severity: "error",
  adjustable: false,
  explanation:
    "Numbers are IEEE doubles and always finite; this one, in the unit it is needed in, is beyond them.",
  bad: samplePolicy({ rule: ["- IF Distance < 1e400m THEN StopMachine"] }),
  good: samplePolicy({}),
  message: ({ literal, unit }) =>
    unit === ""
      ? `\`${literal}\` is beyond the largest number`
      : `\`${literal}\` in ${unit} is beyond the largest number`,
});

export const sampleTakesUnit = defineDiagnostic<{
  name: string;
  unit: string;
  digits: string | null;
}>({
  code: "OM3062",
  title: "sample without the unit that rules compare it in",
  severity: "warning",
  adjustable: true,
  explanation:
    "A sample without a unit (`- Temperature: 85.5`) leaves the unit to the rules: readings are taken in the unit the attribute is compared with. Written with the sample, or as a type, the unit is there for everyone to see.",
  bad: samplePolicy({
    context: ["- Temperature: 85.5"],
    rule: ["- IF Temperature > 80C THEN CoolDown UNKNOWN CoolDown"],
  }),
  good: samplePolicy({
    context: ["- Temperature: <C>"],
    rule: ["- IF Temperature > 80C THEN CoolDown UNKNOWN CoolDown"],
  }),
  message: ({ name, unit }) =>
    `\`${name}\` is declared by a sample without a unit, and rules compare it in ${unit}; readings are taken in ${unit}`,
  fixes: ({ digits, unit }, at: Span) =>
    digits === null ? [] : [replaceFix(`write \`${digits}${unit}\``, at, `${digits}${unit}`)],
});

export const units = [
  dimensionsDiffer,
  currenciesMixed,
  absoluteTemperature,
  absoluteAndDifference,
  bareBesideQuantity,
  bareBesidePercent,
  twoUnits,
  metresForMinutes,
  roundingWithoutUnit,
  unitNameExpected,
  noSuchUnit,
  literalOutOfReach,
  sampleTakesUnit,
] as const;
