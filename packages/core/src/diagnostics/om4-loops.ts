// OM4, fifth part: loops that are none. Registered by om4-logic.ts.
import { defineDiagnostic } from "./diagnostic.ts";
import { samplePolicy } from "./sample-policy.ts";

const level = (...rule: readonly string[]): string =>
  samplePolicy({ context: ["- Level: <cm>"], rule });

export const loopDiagnostics = {
  guardWhile: defineDiagnostic<{ condition: string }>({
    code: "OM4003",
    title: "WHILE that cannot repeat",
    severity: "warning",
    adjustable: true,
    explanation:
      "Rules read what was measured, and nothing they do changes it within one decision. A WHILE repeats only where its " +
      "body SETs a LET name that its condition reads. Without that it is a guard: its body runs once, or not at all. If " +
      "that is meant, IF says it; if a count or a search is meant, LET a name before the loop and SET it in the body.",
    bad: level("- WHILE Level < 80cm { - IF Level < 20cm THEN OpenValve ELSE FillSlowly }"),
    good: level(
      "- LET expected = Level",
      "- WHILE expected < 80cm MAX 10 {",
      "    - SET expected = expected + 10cm",
      "    - IF Level < 20cm THEN OpenValve ELSE FillSlowly",
      "  }",
    ),
    message: ({ condition }) =>
      `this WHILE cannot repeat, its body runs once: nothing in it SETs what \`${condition}\` reads; write IF, or SET a LET name`,
  }),
  noTurns: defineDiagnostic({
    code: "OM4040",
    title: "WHILE that may not turn at all",
    severity: "warning",
    adjustable: true,
    explanation:
      "`MAX 0` ends the loop before its first turn: the body never runs, and the decision's status is `limited`.",
    bad: level(
      "- LET expected = Level",
      "- WHILE expected < 80cm MAX 0 {",
      "    - SET expected = expected + 10cm",
      "    - IF Level < 20cm THEN OpenValve",
      "  }",
    ),
    good: level(
      "- LET expected = Level",
      "- WHILE expected < 80cm MAX 10 {",
      "    - SET expected = expected + 10cm",
      "    - IF Level < 20cm THEN OpenValve",
      "  }",
    ),
    message: () => "MAX 0 ends this loop before its first turn, so its body never runs",
  }),
  neverEnds: defineDiagnostic<{
    condition: string;
    name: string;
    wanted: "grows" | "shrinks";
    set: string;
  }>({
    code: "OM4041",
    title: "WHILE that leads away from its end",
    severity: "warning",
    adjustable: true,
    explanation:
      "The condition ends the loop when a name has grown, or shrunk, far enough, and the body only moves it the other " +
      "way. The loop runs until MAX stops it, and the decision's status is then `limited`.",
    bad: level(
      "- LET expected = Level",
      "- WHILE expected < 80cm MAX 10 {",
      "    - SET expected = expected - 10cm",
      "    - IF Level < 20cm THEN OpenValve",
      "  }",
    ),
    good: level(
      "- LET expected = Level",
      "- WHILE expected < 80cm MAX 10 {",
      "    - SET expected = expected + 10cm",
      "    - IF Level < 20cm THEN OpenValve",
      "  }",
    ),
    message: ({ condition, name, wanted, set }) =>
      `only MAX ends this loop: \`${condition}\` ends when \`${name}\` ${wanted}, and the body sets it to \`${set}\``,
  }),
};
