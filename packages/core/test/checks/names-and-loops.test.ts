// Names that nothing reads, and loops that are none.
import { describe, expect, test } from "vitest";
import { documentOf } from "../semantics/check-lines.ts";
import { context, fixed, inRules } from "./findings.ts";

describe("names", () => {
  test.each([
    [
      ["- FOR w IN Workers { - IF Door THEN A }"],
      "OM4050 w: `w` is never used, so every turn is treated alike; read it, or call it `_w`",
    ],
    [
      ["- IF ANY w IN Workers SATISFIES Distance < 1m THEN A UNKNOWN B"],
      "OM4050 w: `w` is never used, so every member is treated alike; read it, or call it `_w`",
    ],
    [
      ["- FOR w, i IN Workers { - IF w.trained THEN A }"],
      "OM4051 i: the index `i` is never used; leave it out",
    ],
    [["- LET n = 2m", "- IF Door THEN A"], "OM4052 n: `n` is never read; use it or remove it"],
    [["- LET n = 2m", "- SET n = 3m", "- IF Door THEN A"], "OM4052 n: `n` is set but never read"],
    [
      ["- LET n = 2m", "- SET n = 3m", "- IF Distance < n THEN A UNKNOWN B"],
      "OM4053 2m: this value of `n` is never read: a SET below replaces it first",
    ],
  ])("%s", (rules, found) => {
    expect(inRules(...rules)).toEqual([found]);
  });

  test.each([
    [["- FOR w IN Workers WHERE w.trained { - IF Door THEN A }"]],
    [["- FOR w IN Workers { - IF Door THEN A(w.name) }"]],
    [["- FOR _w IN Workers { - IF Door THEN A }"]],
    [["- FOR w, i IN Workers { - IF w.trained THEN A(i) }"]],
    [["- LET _n = 2m", "- IF Door THEN A"]],
    [["- LET n = std::io::log(Count)", "- IF Door THEN A"]],
    [["- LET n = 2m", "- LET m = n", "- IF Distance < m THEN A UNKNOWN B"]],
    [["- LET n = 2m", "- SET n = n + 1m", "- IF Distance < n THEN A UNKNOWN B"]],
    [
      [
        "- LET n = 2m",
        "- IF Distance < n THEN A UNKNOWN B",
        "- SET n = 3m",
        "- IF Speed * 1s < n THEN A UNKNOWN B",
      ],
    ],
    [["- IF length(map(Workers, |w| 1)) > 2 THEN A UNKNOWN B"]],
    [
      [
        "- LET n = 0",
        "- FOR w IN Workers { - SET n = n + 1 - IF w.trained THEN A }",
        "- SET n = 0",
        "- IF n > 2 THEN A UNKNOWN B",
      ],
    ],
  ])("%s is fine", (rules) => {
    expect(inRules(...rules)).toEqual([]);
  });

  test("where a loop element seems meant, that is said instead", () => {
    const rule = "- FOR worker IN Workers { - IF WorkerDistance < 1m THEN A UNKNOWN B }";
    expect(inRules(rule)).toEqual([]);
  });

  test("an unused index is removed with its comma", () => {
    const text = documentOf({
      context,
      rule: ["- FOR w , i IN Workers { - IF w.trained THEN A }"],
    });
    expect(fixed(text, "OM4051")).toContain("FOR w IN Workers");
  });
});

describe("loops", () => {
  test("a WHILE that changes nothing it reads is a guard", () => {
    expect(inRules("- WHILE Temperature > 45C { - IF Door THEN A ELSE B }")).toEqual([
      "OM4003 Temperature > 45C: this WHILE cannot repeat, its body runs once: nothing in it SETs what `Temperature > 45C` reads; write IF, or SET a LET name",
    ]);
    expect(
      inRules(
        "- LET n = 0",
        "- WHILE Temperature > 45C MAX 3 { - SET n = n + 1 - IF n > 1 THEN A }",
      ),
    ).toEqual([expect.stringMatching(/^OM4003 Temperature > 45C/)]);
  });

  test("a WHILE that leads away from its end", () => {
    const loop = (condition: string, value: string) =>
      inRules(
        "- LET n = 5m",
        `- WHILE ${condition} MAX 4 { - SET n = ${value} - IF Door THEN A(n) }`,
      );
    const away = (condition: string, wanted: string, value: string) => [
      `OM4041 ${condition}: only MAX ends this loop: \`${condition}\` ends when \`n\` ${wanted}, and the body sets it to \`${value}\``,
    ];
    expect(loop("n < 10m", "n - 1m")).toEqual(away("n < 10m", "grows", "n - 1m"));
    expect(loop("n > 0m", "n + 1m")).toEqual(away("n > 0m", "shrinks", "n + 1m"));
    expect(loop("n > 0m", "1m + n")).toEqual(away("n > 0m", "shrinks", "1m + n"));
    expect(loop("n <= 10m", "n")).toEqual(away("n <= 10m", "grows", "n"));
    expect(loop("n < 10m", "n + 1m")).toEqual([]);
    expect(loop("n < 10m", "n + Distance")).toEqual([]);
    expect(loop("n < 10m", "10m - n")).toEqual([]);
    expect(loop("n != 10m", "n - 1m")).toEqual([]);
  });

  test("MAX 0", () => {
    expect(
      inRules("- LET n = 0m", "- WHILE n < 10m MAX 0 { - SET n = n + 1m - IF Door THEN A(n) }"),
    ).toEqual(["OM4040 0: MAX 0 ends this loop before its first turn, so its body never runs"]);
  });
});
