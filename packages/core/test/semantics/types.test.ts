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
    ["Distance", "error OM3030 Distance"],
    ["Flag AND Ratio", "error OM3030 Ratio"],
    ['Distance == "near"', 'error OM3031 "near"'],
    ["Distance == null", "error OM3032 Distance == null"],
    ["null != Distance", "error OM3032 null != Distance"],
    ['Text < "b"', "error OM3033 Text"],
    ["Flag BETWEEN false AND true", "error OM3033 Flag"],
    ['Mode == "atuo"', 'error OM3034 "atuo"'],
    ['Mode IN ["auto", "x"]', 'error OM3034 "x"'],
    ['Text + "a" == "b"', "error OM3035 Text"],
    ["Ratio IN 5", "error OM3036 5"],
    ["ANY x IN Distance SATISFIES x > 5m", "error OM3036 Distance"],
    ["Workers.name == Text", "error OM3037 name"],
    ["Distances[1m] > 5m", "error OM3037 1m"],
    ["Distance[0] > 5m", "error OM3037 0"],
    ["Text STARTS WITH 5", "error OM3039 5"],
    ["Distance CONTAINS 5m", "error OM3039 Distance"],
    ["[1m, Flag] CONTAINS Distance", "error OM3043 Flag"],
    ['Text MATCHES "[a"', 'error OM3044 "[a"'],
    ["5m IS KNOWN", "warning OM3047 5m"],
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
    ["averge(Distances) > 5m", "error OM3010 averge"],
    ["math::avg(Distances) > 5m", "error OM3010 math::avg"],
    ["abs(Distance, 2m) > 5m", "error OM3011 abs(Distance, 2m)"],
    ["sum(Distance) > 5m", "error OM3012 Distance"],
    ["length(Flag) > 5", "error OM3012 Flag"],
    ["any(Distances, |a, b| a > b)", "error OM3013 |a, b| a > b"],
    ["any(Distances, 5)", "error OM3013 5"],
    ["filter(Distances, |x| x)[0] > 5m", "error OM3012 x"],
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
    ["filter(Distances, |x| x > 50cm)[0] > 1m", "#0(> (filter Distances |x| #0(> x 0.5))[0] 1)"],
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
    ).toEqual(['error OM3042 "x"', "error OM3050 5s", 'error OM3034 "off"']);
  });
});
