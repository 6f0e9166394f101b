// Dimensions, conversion, temperatures, money, percent and bare numbers: what a condition becomes, or what is said of it.
import { describe, expect, test } from "vitest";
import { conditionOf, remarks } from "./check-lines.ts";

const context = [
  "- Distance: <m>",
  "- Speed: <km/h>",
  "- Indoor: <C>",
  "- Outdoor: <F>",
  "- Rise: <delta C>",
  "- Battery: <%>",
  "- Ratio: <number>",
  "- Price: <EUR>",
  "- Started: <time>",
  "- Distances: <[m]>",
];
const rule = (condition: string) => [`- IF ${condition} THEN Stop`];
const becomes = (condition: string) => conditionOf({ context, rule: rule(condition) });
const says = (condition: string) => remarks({ context, rule: rule(condition) });

describe("literals convert exactly, at compile time, to the other side's unit", () => {
  test.each([
    ["Distance < 250cm", "#0(< Distance 2.5)"],
    ["250cm > Distance", "#0(> 2.5 Distance)"],
    ["Distance IN [1m, 50cm]", "#0(IN Distance [1 0.5])"],
    ["50cm IN Distances", "#0(IN 0.5 Distances)"],
    ["Distances CONTAINS 50cm", "#0(CONTAINS Distances 0.5)"],
    ["Distance BETWEEN 1ft AND 500cm", "#0(BETWEEN Distance 0.3048 5)"],
    ["6m BETWEEN Distance AND 900cm", "#0(BETWEEN 6 Distance 9)"],
    ["Distance < (IF Ratio > 1 THEN 5m ELSE 50cm)", "#0(< Distance (IF #0(> Ratio 1) 5 0.5))"],
    ["Indoor > 41F", "#0(> Indoor 5)"],
    ["max(Distance, 5cm) < 1km", "#0(< (max [Distance 0.05]) 1000)"],
    ["std::math::clamp(Distance, 0m, 10km) < 1m", "#0(< (clamp Distance 0 10000) 1)"],
    ["Distance - 50cm > 1m", "#0(> (- Distance 0.5) 1)"],
  ])("%s", (condition, node) => {
    expect(becomes(condition)).toBe(node);
  });
});

describe("other operands convert when the program runs, the right one to the left one's unit", () => {
  test.each([
    ["Indoor > Outdoor", "#0(> Indoor (convert -32 5 9 0 Outdoor))"],
    ["Battery < Ratio", "#0(< Battery (convert 0 100 1 0 Ratio))"],
    ["Ratio < Battery", "#0(< Ratio (convert 0 1 100 0 Battery))"],
    ["round(Distance, km) < 5km", "#0(< (round (convert 0 1 1000 0 Distance)) 5)"],
    ["avg([Indoor, Outdoor]) > 5C", "#0(> (avg [Indoor (convert -32 5 9 0 Outdoor)]) 5)"],
  ])("%s", (condition, node) => {
    expect(becomes(condition)).toBe(node);
  });
});

describe("* and / combine dimensions", () => {
  test.each([
    ["Distance / Speed < 5min", "#0(< (/ Distance Speed) 83.33333333333333)"],
    ["Battery * Distance > 5m", "#0(> (* Battery Distance) 500)"],
    ["2 * Distance > 5m", "#0(> (* 2 Distance) 5)"],
    ["std::math::sqrt(Distance * Distance) > 1m", "#0(> (sqrt (* Distance Distance)) 1)"],
    ["std::math::pow(Distance, 2) > 1m^2", "#0(> (pow Distance 2) 1)"],
  ])("%s", (condition, node) => {
    expect(becomes(condition)).toBe(node);
  });
});

describe("what has another dimension is an error that shows both", () => {
  test.each([
    ["Distance < 5s", "error OM3050 5s"],
    ["Distance < Speed", "error OM3050 Speed"],
    ["Distance + Speed > 1m", "error OM3050 Speed"],
    ["Distance IN [1m, 5s]", "error OM3050 5s"],
    ["Distance BETWEEN 1m AND 5s", "error OM3050 5s"],
    ["Distance MOD 5s > 1m", "error OM3050 5s"],
    ["Started + Distance > Started", "error OM3050 Distance"],
    ["Started - Started > 5m", "error OM3050 5m"],
    ["Way / Pace < 5min", "error OM3050 5min"],
    ["Price > 5USD", "error OM3051 5USD"],
    ["round(Distance) < 5m", "error OM3058 round(Distance)"],
    ["round(Distance, s) < 5m", "error OM3059 s"],
    ["std::math::sqrt(Distance) > 1", "error OM3060 std::math::sqrt(Distance)"],
    ["Distance < 1e400m", "error OM3061 1e400m"],
  ])("%s", (condition, line) => {
    expect(says(condition)).toEqual([line]);
  });
});

describe("temperatures are affine", () => {
  test.each([
    ["Indoor - Outdoor > 9F", "#0(> (- Indoor (convert -32 5 9 0 Outdoor)) 5)"],
    ["Indoor - Outdoor > Rise", "#0(> (- Indoor (convert -32 5 9 0 Outdoor)) Rise)"],
    ["Indoor + 5C > 10C", "#0(> (+ Indoor 5) 10)"],
    ["Indoor - 5C > 10C", "#0(> (- Indoor 5) 10)"],
    ["5C - Indoor > Rise", "#0(> (- 5 Indoor) Rise)"],
    ["Rise + Indoor > 5C", "#0(> (+ Rise Indoor) 5)"],
    ["Indoor + 9F > 10C", "#0(> (+ Indoor 5) 10)"],
    ["Indoor > 20C + Rise", "#0(> Indoor (+ 20 Rise))"],
    ["20C - Rise > Indoor", "#0(> (- 20 Rise) Indoor)"],
    ["Rise + 9F > Rise", "#0(> (+ Rise 5) Rise)"],
    ["Rise * 2 > 9F", "#0(> (* Rise 2) 5)"],
    [
      "std::math::stddev([Indoor, Outdoor]) > 9F",
      "#0(> (stddev [Indoor (convert -32 5 9 0 Outdoor)]) 5)",
    ],
  ])("%s", (condition, node) => {
    expect(becomes(condition)).toBe(node);
  });

  test.each([
    ["Indoor + Outdoor > 5C", "OM3052 Outdoor"],
    ["2 * Indoor > 5C", "OM3052 Indoor"],
    ["-Indoor > 5C", "OM3052 Indoor"],
    ["Rise - Indoor > 5C", "OM3052 Indoor"],
    ["sum([Indoor, Outdoor]) > 5C", "OM3052 [Indoor, Outdoor]"],
    ["Indoor > Rise", "OM3053 Rise"],
  ])("%s is an error", (condition, line) => {
    expect(says(condition)).toEqual([`error ${line}`]);
  });
});

describe("bare numbers", () => {
  test("take the unit of the quantity beside them, with a hint", () => {
    expect(becomes("Distance < 5")).toBe("#0(< Distance 5)");
    expect(says("Distance + 5 < 9m")).toEqual(["info OM3054 5"]);
  });
  test("beside a percentage are an error, except 0", () => {
    expect(becomes("Battery > 0")).toBe("#0(> Battery 0)");
    expect(says("Battery > 20")).toEqual(["error OM3055 20"]);
    expect(says("1 - Battery > 5%")).toEqual(["error OM3055 1"]);
  });
  test("are plain everywhere else", () => {
    expect(says("std::math::clamp(Distance, 0, 1m) > 1m")).toEqual(["error OM3050 0"]);
    expect(becomes("Distance * 2 / 3 > 1m")).toBe("#0(> (/ (* Distance 2) 3) 1)");
  });
  test("a range's unit covers both its ends", () => {
    expect(remarks({ context, rule: ["- MATCH Distance { 0..100cm => Stop, _ => Go }"] })).toEqual(
      [],
    );
  });
});

test("percent and plain ratios differ by 100", () => {
  expect(becomes("Ratio < 25%")).toBe("#0(< Ratio 0.25)");
  expect(becomes("100% - Battery > 250‰")).toBe("#0(> (- 100 Battery) 25)");
});

test("metres beside a name that speaks of time draw a warning", () => {
  expect(remarks({ rule: ["- IF IdleTime > 5m THEN Notify(after: 10m)"] })).toEqual([
    "warning OM3057 5m",
    "warning OM3057 10m",
  ]);
  expect(remarks({ rule: ["- IF TimedDistance > 5m THEN Notify(reach: 10m)"] })).toEqual([]);
});

test("one root cause, one diagnostic: what failed says nothing more", () => {
  expect(says("(Distance + 5s) * Speed < Battery AND NOT (Distance < 5s)")).toHaveLength(2);
  expect(
    remarks({
      context,
      rule: ["- LET x = Distance + Speed", "- IF x > 5s AND x == Battery THEN Stop"],
    }),
  ).toHaveLength(1);
});
