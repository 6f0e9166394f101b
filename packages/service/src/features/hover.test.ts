import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { findHover } from "./hover.ts";

function hover(scenario: string, mark = 0): string {
  const { document, at } = openMarked(scenario);
  const contents = findHover(document, at(mark))?.contents;
  return typeof contents === "object" && "value" in contents ? contents.value : "nothing";
}

const press = `
INTENT: keep hands out of the press
ACTOR:
- Primary: Press MAY StopMachine
- Secondary: Foreman APPROVES Restart
CONTEXT:
- Dist$0ance: <0..5 m>
- Mode$1: <"auto" | "manual">
RULE:
- Too$2Close: IF Distance < 250c$3m AND abs$4(Pressure) > 2bar THEN Stop$5Machine UNKNOWN StopMachine
- IF$6 Pres$7sure > 3bar THEN Restart
TRACE:
- Standards [TooClose]: ISO 13855
EXAMPLE near:
- GIVEN Distance = 0.4m, Mode = "auto"
- EXPECT StopMachine
`;

test("an attribute: its type, range, declaration, unit in others, and what an example gives", () => {
  expect(hover(press)).toBe(`\`\`\`omega
Distance: <m>
\`\`\`

length (m), from 0 to 5 m

declared in CONTEXT, line 6

1 m = 10 dm = 1.09361 yd = 3.28084 ft = 100 cm

last given in \`near\`: \`0.4m\``);
  expect(hover(press, 1)).toContain("one of `auto`, `manual`");
  expect(hover(press, 7)).toContain("not declared in CONTEXT: inferred from its use");
});

test("a rule: what it takes, and what it is traced to", () => {
  expect(hover(press, 2)).toContain("takes `StopMachine`");
  expect(hover(press, 2)).toContain("Standards: ISO 13855");
});

test("a unit: its name, and the literal in other units", () => {
  expect(hover(press, 3)).toBe(
    "**cm**: centimetre, length (cm)\n\n250 cm = 2.5 m = 25 dm = 2.73403 yd = 8.2021 ft",
  );
});

test("a function: its signature and an example that runs", () => {
  expect(hover(press, 4)).toContain("abs(x: u) → u");
});

test("an action: who may take it and where it is taken", () => {
  expect(hover(press, 5)).toContain("may be taken by `Press`");
  expect(hover(press, 5)).toContain("taken by `TooClose`");
});

test("a keyword: what it means", () => {
  expect(hover(press, 6)).toBe("**IF**: `IF … THEN …`, `(IF … THEN … ELSE …)`");
});
