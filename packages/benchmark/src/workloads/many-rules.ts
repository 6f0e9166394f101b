// Documents of hundreds and thousands of rules, generated: readings, modes and switches, about one rule in ten firing.
import { createRandom, type Random } from "../random.ts";
import { type Dialect, printCondition } from "./print-condition.ts";
import { all, any, type Condition, compare, type SharedRule } from "./shared-policy.ts";
import { type Context, type Workload, workload } from "./workload.ts";

const readings = 40;
const modes = 4;
const switches = 6;
const units = ["C", "kPa", "%", "mm", "V"];
const modeNames = ["idle", "starting", "running", "stopping", "service"] as const;

/** Hand-written code of this size lives in several functions, and V8 never optimises one of thousands of lines. */
const rulesInFunction = 50;

const javascript: Dialect = {
  and: "&&",
  or: "||",
  equal: "===",
  unequal: "!==",
  path: (path) => `context.${path}`,
  number: String,
  oneOf: (path, values) => `${JSON.stringify(values)}.includes(${path})`,
};

const omega: Dialect = {
  and: "AND",
  or: "OR",
  equal: "==",
  unequal: "!=",
  path: (path) => path,
  number: (value, path) => `${value}${unitOf(path)}`,
  oneOf: (path, values) => `${path} IN ${JSON.stringify(values)}`,
};

/** A workload of `count` generated rules; the same count gives the same rules. */
export function manyRules(count: number): Workload {
  const random = createRandom(count);
  const rules = Array.from({ length: count }, (_, index) => ({
    when: drawCondition(random),
    action: `Action${index + 1}`,
  }));
  return workload<Context>({
    name: String(count),
    title: `${count} rules`,
    document: printDocument(rules),
    policy: { rules, loop: null },
    handWritten: [
      { name: "hand-written JavaScript", decide: inPieces(rules) },
      { name: "the same as one function", decide: asOneFunction(rules) },
    ],
    context: drawContext,
  });
}

// --- rules and contexts -------------------------------------------------------------------------------------------

/** Conditions of one to three comparisons that hold about once in ten contexts. */
function drawCondition(random: Random): Condition {
  const draw = (probability: number): Condition => drawComparison(random, probability);
  const shape = random.fraction();
  if (shape < 0.1) return draw(0.1);
  if (shape < 0.7) return all(draw(0.33), draw(0.33));
  if (shape < 0.9) return all(draw(0.5), draw(0.5), draw(0.4));
  return any(draw(0.05), draw(0.05));
}

function drawComparison(random: Random, probability: number): Condition {
  const kind = random.fraction();
  if (kind < 0.08) return compare(`Switch${random.whole(1, switches)}`, "==", random.chance(0.5));
  if (kind < 0.2) return compare(`Mode${random.whole(1, modes)}`, "==", random.pick(modeNames));
  const path = `Reading${random.whole(1, readings)}`;
  const share = Math.round(1000 * probability * (0.5 + random.fraction()));
  return random.chance(0.5) ? compare(path, "<", share) : compare(path, ">", 1000 - share);
}

function drawContext(random: Random): Context {
  const context: Record<string, unknown> = {};
  for (let number = 1; number <= readings; number++) {
    context[`Reading${number}`] = random.whole(0, 1000);
  }
  for (let number = 1; number <= modes; number++) context[`Mode${number}`] = random.pick(modeNames);
  for (let number = 1; number <= switches; number++) {
    context[`Switch${number}`] = random.chance(0.5);
  }
  return context;
}

// --- the policy in OMEGA ------------------------------------------------------------------------------------------

function printDocument(rules: readonly SharedRule[]): string {
  const numbered = (count: number, entry: (number: number) => string): string =>
    Array.from({ length: count }, (_, index) => entry(index + 1)).join("\n");
  return `INTENT: Answer every reading of the plant.

ACTOR:
- Primary: PlantController

CONTEXT:
${numbered(readings, (number) => `- Reading${number}: <${unitOf(`Reading${number}`)}>`)}
${numbered(modes, (number) => `- Mode${number}: <${modeNames.map((name) => `"${name}"`).join(" | ")}>`)}
${numbered(switches, (number) => `- Switch${number}: <boolean>`)}

RULE:
${rules.map(({ when, action }) => `- IF ${printCondition(when, omega)} THEN ${action}`).join("\n")}

CONSTRAINT:
- Technical: One controller at a time.

IMPACT:
- Benefit: Nothing is overlooked.
- Risk: Too many alarms tire people.

TRACE:
- Evidence: Plant study
`;
}

function unitOf(reading: string): string {
  return units[Number(reading.slice("Reading".length)) % units.length] ?? "";
}

// --- the policy by hand -------------------------------------------------------------------------------------------

function inPieces(rules: readonly SharedRule[]): (context: Context) => readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < rules.length; start += rulesInFunction) {
    const lines = printRules(rules.slice(start, start + rulesInFunction));
    pieces.push(`function piece${pieces.length}(context, actions) {\n${lines}\n}`);
  }
  const calls = pieces.map((_, index) => `piece${index}(context, actions);`).join("\n");
  const decide = `(context) => {\nconst actions = [];\n${calls}\nreturn actions;\n}`;
  return new Function(`"use strict";\n${pieces.join("\n")}\nreturn ${decide};`)();
}

function asOneFunction(rules: readonly SharedRule[]): (context: Context) => readonly string[] {
  const body = `const actions = [];\n${printRules(rules)}\nreturn actions;`;
  return new Function(`"use strict";\nreturn (context) => {\n${body}\n};`)();
}

function printRules(rules: readonly SharedRule[]): string {
  return rules
    .map(
      ({ when, action }) => `if (${printCondition(when, javascript)}) actions.push("${action}");`,
    )
    .join("\n");
}
