// What a policy owes its readers: intents, impacts, traces, rights, named actions and reviews.
import { describe, expect, test } from "vitest";
import { check } from "../../src/policy.ts";
import { documentOf, type Parts } from "../semantics/check-lines.ts";
import { context, findings, findingsOf, fixed, today } from "./findings.ts";

const rule = ["- Near: IF Distance < 1m THEN Stop UNKNOWN Stop"];
const found = (parts: Partial<Parts>) => findings({ context, rule, ...parts });

describe("intent", () => {
  const withIntent = (intent: string) =>
    findingsOf(documentOf({ context, rule }).replace("A scenario.", intent));

  test("more than two sentences", () => {
    expect(withIntent("Stop in time. Save energy. Be quiet.")).toEqual([
      "OM5001 Stop in time. Save energy. Be quiet.: the intent has 3 sentences; say in one or two what this is for, and move the rest to ASSUMPTION or TRACE",
    ]);
    expect(withIntent("Berhenti tepat waktu.\n  Hemat energi! Jangan berisik?")).toEqual([
      expect.stringMatching(/^OM5001 .*has 3 sentences/),
    ]);
  });

  test.each([
    "Stop in time. Save energy.",
    "Stop within 2.5 m of a person, i.e. before contact. Save energy.",
    "Follow Art. 5 of the directive and No. 7 of the code, e.g. in the U.S. and the U.K. only. Save energy.",
    "Dr. A. B. Cahya approved this for PT. Maju, Jl. Merdeka No. 3, dst. Selamat.",
    "Stop in time… and save energy. Be quiet",
    "Menjaga suhu, kabut, dan tandon. Bila data tidak diketahui, keputusannya tetap jelas.",
  ])("%s", (intent) => {
    expect(withIntent(intent)).toEqual([]);
  });
});

describe("impact, constraints and traces", () => {
  test("a benefit without a risk", () => {
    expect(found({ impact: ["- Benefit: order", "- Downtime: 2%"] })).toEqual([
      "OM5002 Benefit: IMPACT names a benefit and no risk; add `- Risk: …` and say what may go wrong",
    ]);
    expect(found({ impact: ["- Manfaat: tertib", "- Risiko: tidak ada"] })).toEqual([]);
    expect(found({ impact: ["- Downtime: 2%"] })).toEqual([]);
  });

  test("entries without text", () => {
    expect(found({ trace: ["- Evidence: tests", "- Regulation:"] })).toEqual([
      "OM5011 Regulation:: `Regulation` in TRACE says nothing; write its text or remove it",
    ]);
  });

  test("constraints that are all prose", () => {
    const codes = (constraint: readonly string[]) =>
      check(documentOf({ context, rule, constraint }), { today }).map(({ code }) => code);
    expect(codes(["- Legal: none", "- Ethical: kindness"])).toEqual(["OM5012"]);
    expect(codes(["- Legal: none", "- Safety: ALWAYS Stop WHEN Distance < 1m"])).toEqual([]);
  });

  test("a named rule without an entry, where others have one", () => {
    const both = [...rule, "- Far: IF Distance > 9m THEN Go UNKNOWN Stop"];
    expect(found({ rule: both, trace: ["- Evidence [Near]: tests"] })).toEqual([
      "OM5003 Far: no TRACE entry says what `Far` rests on; add one such as `- Evidence [Far]: …`",
    ]);
    expect(found({ rule: both, trace: ["- Evidence [Near, Far]: tests"] })).toEqual([]);
    expect(
      found({ rule: both, trace: ["- Evidence [Near]: tests", "- Evidence [R2]: tests"] }),
    ).toEqual([]);
    // Nothing is tied to rules here: the entries speak for the whole.
    expect(found({ rule: both, trace: ["- Evidence: tests"] })).toEqual([]);
  });

  test("a loop speaks for its rules and they for it; rules without a name need no entry", () => {
    const loop = [
      "- Each: FOR w IN Workers {",
      "    - Trained: IF w.trained THEN Go(w.name)",
      "    - IF w.distance < 1m THEN Stop(w.name) UNKNOWN Stop",
      "  }",
      "- IF Door THEN Stop",
    ];
    expect(found({ rule: loop, trace: ["- Evidence [Each]: tests"] })).toEqual([]);
    expect(found({ rule: loop, trace: ["- Evidence [Trained]: tests"] })).toEqual([]);
  });
});

describe("actors and actions", () => {
  test("a right to what no rule takes", () => {
    expect(found({ actor: ["- Primary: Guard MAY Stop, Restart"] })).toEqual([
      "OM5009 Restart: `Guard` may `Restart`, but no rule takes it",
    ]);
    expect(found({ actor: ["- Primary: Guard MAY Stop"] })).toEqual([]);
  });

  test("one role twice", () => {
    expect(
      found({ actor: ["- Primary: Guard MAY Stop", "- Secondary: Guard APPROVES Stop"] }),
    ).toEqual(["OM5010 Guard: `Guard` is listed already; join the two entries"]);
  });

  test("an action in plain words, and its two ways out", () => {
    const text = documentOf({ context, rule: ["- IF Door THEN stop the machine"] });
    expect(findingsOf(text)).toEqual([
      "OM5008 stop the machine: `stop the machine` is taken as the name of one action; write it in backticks",
    ]);
    expect(fixed(text, "OM5008")).toContain("THEN `stop the machine`");
    const [diagnostic] = check(text, { today }).filter(({ code }) => code === "OM5008");
    expect(diagnostic?.fixes.map(({ title }) => title)).toEqual([
      "put the name in backticks",
      "call it `StopTheMachine`",
    ]);
  });
});

describe("reviews", () => {
  const review = (...items: readonly string[]) =>
    findingsOf(`${documentOf({ context, rule })}\nREVIEW:\n${items.join("\n")}\n`);
  const owner = "- Owner: Plant safety";

  test.each([
    ["30 Days", "2026-10-22", "2026-11-21", false],
    ["30 Days", "2026-10-21", "2026-11-20", true],
    ["Bulanan", "2026-10-21", "2026-11-21", false],
    ["Monthly", "2026-10-20", "2026-11-20", true],
    ["Setiap 24 Jam", "2026-11-19", "2026-11-20", true],
    ["Setiap 6 Bulan", "2026-05-20", "2026-11-20", true],
    ["Yearly", "2026-11-20", "2027-11-20", false],
  ])("%s since %s is due on %s", (interval, last, due, overdue) => {
    expect(review(`- Interval: ${interval}`, `- LastReviewed: ${last}`, owner)).toEqual(
      overdue
        ? [
            `OM5004 ${last}: a review was due on ${due} (last ${last}, interval ${interval}); review the policy and write the new date`,
          ]
        : [],
    );
  });

  test("without today's date nothing is overdue", () => {
    const text = `${documentOf({ context, rule })}\nREVIEW:\n- Interval: 1 Day\n- LastReviewed: 2020-01-01\n${owner}\n`;
    expect(check(text).filter(({ code }) => code.startsWith("OM500"))).toEqual([]);
  });

  test("what cannot be read, or lies ahead, or is missing", () => {
    expect(review("- Interval: now and then", "- LastReviewed: 2026-11-01", owner)).toEqual([
      "OM5005 now and then: `now and then` is no interval that can be read; write a length such as `30 Days`, `3 Months` or `Yearly`",
    ]);
    expect(review("- Interval: Weekly", "- LastReviewed: last spring", owner)).toEqual([
      "OM5006 last spring: `last spring` is no date; write the day of the last review like `2026-05-01`",
    ]);
    expect(review("- Interval: Weekly", "- LastReviewed: 2026-02-30", owner)).toEqual([
      expect.stringMatching(/^OM5006 2026-02-30: .* is no date/),
    ]);
    expect(review("- Interval: Weekly", "- LastReviewed: 2026-12-01", owner)).toEqual([
      "OM5006 2026-12-01: `2026-12-01` lies ahead; LastReviewed is the day of a review that has taken place",
    ]);
    expect(review("- Interval: Weekly")).toEqual([
      "OM5007 REVIEW:: REVIEW does not say `LastReviewed` and `Owner`, so nobody can be reminded in time",
    ]);
    expect(review("- after every incident")).toEqual([]);
  });
});
