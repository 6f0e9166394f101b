// Kinds of values: nothing converts between them, and what does not fit is said once.
import { describe, expect, test } from "vitest";
import { conditionOf, remarks } from "./check-lines.ts";

const context = [
  "- Distance: <m>",
  "- Ratio: <number>",
  "- Flag: <boolean>",
  "- Text: <text>",
  '- Mode: <"auto" | "manual">',
  "- Started: <time>",
  "- Distances: <[m]>",
  "- Workers: <[{ distance: m, name: text, badge?: text }]>",
];
const rule = (condition: string) => [`- IF ${condition} THEN Stop`];
const says = (condition: string) => remarks({ context, rule: rule(condition) });
const becomes = (condition: string) => conditionOf({ context, rule: rule(condition) });

describe("conditions and comparisons", () => {
  test.each([
    [
      "Distance",
      "error OM3030 Distance: a condition is true or false, `Distance` is length (m); compare it with something",
    ],
    [
      "Flag AND Ratio",
      "error OM3030 Ratio: a condition is true or false, `Ratio` is a plain number; compare it with something",
    ],
    [
      'Distance == "near"',
      'error OM3031 "near": `Distance` is length (m) and `"near"` is text: values of different kinds never compare',
    ],
    [
      "Distance == null",
      "error OM3032 Distance == null: nothing is ever equal to null; write `Distance IS MISSING`",
    ],
    [
      "null != Distance",
      "error OM3032 null != Distance: nothing is ever equal to null; write `Distance IS KNOWN`",
    ],
    [
      'Text < "b"',
      "error OM3033 Text: < orders numbers and times, `Text` is text; compare it with == or IN",
    ],
    [
      "Flag BETWEEN false AND true",
      "error OM3033 Flag: BETWEEN orders numbers and times, `Flag` is true or false; compare it with == or IN",
    ],
    ['Mode == "atuo"', 'error OM3034 "atuo": `Mode` is never `"atuo"`; did you mean `"auto"`?'],
    [
      'Mode IN ["auto", "x"]',
      'error OM3034 "x": `Mode` is never `"x"`; it is one of `"auto"`, `"manual"`',
    ],
    ['Text + "a" == "b"', "error OM3035 Text: + computes with numbers, `Text` is text"],
    ["Ratio IN 5", "error OM3036 5: IN takes a list, `5` is a plain number"],
    [
      "ANY x IN Distance SATISFIES x > 5m",
      "error OM3036 Distance: ANY takes a list, `Distance` is length (m)",
    ],
    ["Workers.name == Text", "error OM3037 name: `Workers` is a list of records and has no fields"],
    [
      "Distances[1m] > 5m",
      "error OM3037 1m: an index is a whole number or a text, `1m` is length (m)",
    ],
    [
      "Distance[0] > 5m",
      "error OM3037 0: `Distance` is length (m); only lists are indexed by number",
    ],
    ["Text STARTS WITH 5", "error OM3039 5: STARTS WITH takes text here, `5` is a plain number"],
    [
      "Distance CONTAINS 5m",
      "error OM3039 Distance: CONTAINS takes a text or a list here, `Distance` is length (m)",
    ],
    [
      "[1m, Flag] CONTAINS Distance",
      "error OM3043 Flag: the members before are length (m), this is true or false",
    ],
    [
      'Text MATCHES "[a"',
      'error OM3044 "[a": the regular expression cannot be read: `[` without `]`; write `\\[` for the character',
    ],
    ["5m IS KNOWN", "warning OM3047 5m: `5m` is a literal and always known"],
  ])("%s", (condition, line) => {
    expect(says(condition)).toEqual([line]);
  });

  test("lists and records compare with their like", () => {
    expect(becomes("Distances == [1m, 50cm]")).toBe("#0(== Distances [1 0.5])");
    expect(says("Workers[0] == Workers[1]")).toEqual([]);
  });
});

describe("times", () => {
  test("a text beside a time is a time", () => {
    const millisecond = '{"kind":"time","milliseconds":1777622400000}';
    expect(becomes('Started > "2026-05-01T08:00:00Z"')).toBe(`#0(> Started ${millisecond})`);
    expect(becomes('Started IN ["2026-05-01T15:00+07:00"]')).toBe(
      `#0(IN Started [${millisecond}])`,
    );
    expect(becomes('Started - "2026-05-01T08:00:00Z" > 5min')).toBe(
      `#0(> (- Started ${millisecond}) 300000)`,
    );
  });
  test("the document's TimeZone completes it", () => {
    expect(
      conditionOf({
        context: [...context, "- TimeZone: +07:00"],
        rule: rule('Started > "2026-05-01T15:00"'),
      }),
    ).toBe('#0(> Started {"kind":"time","milliseconds":1777622400000})');
  });
  test.each([
    ['Started > "noon"', "OM3038"],
    ['Started > "2026-05-01T08:00"', "OM3038"],
    ["Started + Started > Started", "OM3046"],
    ["5min + Started > Started", "OM3046"],
    ["Started * 2 > Started", "OM3046"],
    ["std::time::hour() > 5", "OM3040"],
  ])("%s is an error", (condition, code) => {
    expect(says(condition)).toEqual([expect.stringContaining(`error ${code} `)]);
  });
  test("durations go to milliseconds", () => {
    expect(becomes("Started + 5min > std::time::now()")).toBe("#0(> (+ Started 300000) (now ))");
    expect(becomes("std::time::add(Started, 2s) > Started")).toBe(
      "#0(> (add Started 2000) Started)",
    );
    expect(becomes('std::time::hour("+07:00") > 5')).toBe('#0(> (hour "+07:00") 5)');
  });
});

describe("calls", () => {
  test.each([
    [
      "averge(Distances) > 5m",
      "error OM3010 averge: there is no function `averge`; did you mean `avg`?",
    ],
    [
      "math::avg(Distances) > 5m",
      "error OM3010 math::avg: there is no function `math::avg`; did you mean `std::math::avg`?",
    ],
    [
      "abs(Distance, 2m) > 5m",
      "error OM3011 abs(Distance, 2m): `abs` is called with 2 arguments; it is written `abs(x)`",
    ],
    [
      "sum(Distance) > 5m",
      "error OM3012 Distance: `list` of `sum` is to be a list of numbers, this is length (m)",
    ],
    [
      "length(Flag) > 5",
      "error OM3012 Flag: `text` of `length` is to be text or a list, this is true or false",
    ],
    [
      "any(Distances, |a, b| a > b)",
      "error OM3013 |a, b| a > b: the lambda of `any` takes 1 parameter",
    ],
    ["any(Distances, 5)", "error OM3013 5: `any` needs a lambda here, such as `|x| x > 1`"],
    [
      "filter(Distances, |x| x)[0] > 5m",
      "error OM3012 x: `the lambda's value` of `filter` is to be true or false, this is length (m)",
    ],
  ])("%s", (condition, line) => {
    expect(says(condition)).toEqual([line]);
  });

  test.each([
    ["sum(map(Workers, |w| w.distance)) > 1km", "#0(> (sum (map Workers |w| w.distance)) 1000)"],
    ["sum(Workers, |w| w.distance) > 1km", "#0(> (sum Workers |w| w.distance) 1000)"],
    [
      "reduce(Distances, |acc, x| acc + x, 0m) > 1km",
      "#0(> (reduce Distances |acc x| (+ acc x) 0) 1000)",
    ],
    ["filter(Distances, |x| x > 50cm)[0] > 1m", "#0(> (filter Distances |x| (> x 0.5))[0] 1)"],
    [
      "std::list::group_by(Workers, |w| w.name)[0].members[0].distance > 50cm",
      "#0(> (group_by Workers |w| w.name)[0].members[0].distance 0.5)",
    ],
    ["std::list::contains(Distances, 50cm)", "#0(contains Distances 0.5)"],
  ])("%s", (condition, node) => {
    expect(becomes(condition)).toBe(node);
  });
});

describe("choices", () => {
  test("MATCH values and patterns take the subject's type and the first value's unit", () => {
    expect(becomes('Distance < MATCH Mode { "auto" => 1m, _ => 2ft }')).toBe(
      '#0(< Distance (MATCH Mode [{"kind":"equals","value":"auto"}] 1 [{"kind":"wildcard"}] 0.6096))',
    );
  });
  test("patterns that cannot match", () => {
    expect(
      remarks({
        context,
        rule: [
          '- MATCH Distance { 0m..100cm => Stop, "x" => No, 5s => No, _ => Other }',
          '- MATCH Mode { "auto" | "off" => Stop, _ => Go }',
        ],
      }),
    ).toEqual([
      'error OM3042 "x": `"x"` is text, `Distance` is length (m): the pattern never matches',
      "error OM3050 5s: `Distance` is length (m), `5s` is time (s)",
      'error OM3034 "off": `Mode` is never `"off"`; it is one of `"auto"`, `"manual"`',
    ]);
  });
});
