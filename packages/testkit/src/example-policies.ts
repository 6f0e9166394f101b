// The eighteen policies under examples/, with their contexts and the decisions expected beside them.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile, type Decision, type JsonValue, type Policy, parseJson } from "@omega/core";

/** One folder of examples/. */
export interface ExamplePolicy {
  /** The folder's name, which is the document's too. */
  readonly name: string;
  /** Path of the document below the examples' root, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly situations: readonly ExampleSituation[];
}

/** `<name>.context.json` and `<name>.decision.json`. */
export interface ExampleSituation {
  readonly name: string;
  readonly context: JsonValue;
  readonly decisionFile: string;
  /** The decision file's text, or null when there is none yet. */
  readonly expected: string | null;
}

/** Every example policy, by name. Throws when a context is no JSON: that is a mistake in the repository. */
export function readExamplePolicies(root: string): readonly ExamplePolicy[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({
      name,
      file: `${name}/${name}.omni`,
      text: readFileSync(join(root, name, `${name}.omni`), "utf8"),
      situations: readSituations(join(root, name)),
    }));
}

function readSituations(folder: string): readonly ExampleSituation[] {
  const ending = ".context.json";
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => {
      const name = file.slice(0, -ending.length);
      const context = parseJson(readFileSync(join(folder, file), "utf8"));
      if (!context.ok) throw new Error(`${join(folder, file)}: ${context.message}`);
      const decisionFile = join(folder, `${name}.decision.json`);
      const expected = existsSync(decisionFile) ? readFileSync(decisionFile, "utf8") : null;
      return { name, context: context.value, decisionFile, expected };
    });
}

/** Compiles an example with its imports read from beside it. */
export function compileExamplePolicy(root: string, example: ExamplePolicy): Policy {
  return compile(example.text, { file: example.file, load: (path) => readTextBelow(root, path) });
}

/** The text of a file below `root`, or null: what `compile` asks for imports. */
export function readTextBelow(root: string, path: string): string | null {
  const full = join(root, path);
  return existsSync(full) ? readFileSync(full, "utf8") : null;
}

/** The instant a situation is decided at: its recorded decision's, else the first `AT` of the document's examples. */
export function situationInstant(policy: Policy, situation: ExampleSituation): string | null {
  const recorded = situation.expected === null ? null : parseJson(situation.expected);
  return recorded?.ok === true ? recordedInstant(recorded.value) : firstExampleInstant(policy);
}

/** Decides a situation at its instant. */
export function decideSituation(policy: Policy, situation: ExampleSituation): Decision {
  const now = situationInstant(policy, situation);
  return policy.evaluate(situation.context, now === null ? {} : { now });
}

function recordedInstant(decision: JsonValue): string | null {
  if (typeof decision !== "object" || decision === null || Array.isArray(decision)) return null;
  const now = Object.entries(decision).find(([key]) => key === "now")?.[1];
  return typeof now === "string" ? now : null;
}

function firstExampleInstant(policy: Policy): string | null {
  return policy.examples.find((example) => example.now !== null)?.now ?? null;
}

/** A decision as its file holds it: indented for people, the same members in the same order. */
export function printDecisionFile(decision: Decision): string {
  const { id, ...said } = decision;
  return `${JSON.stringify({ ...said, id }, null, 2)}\n`;
}

/** Writes the decision beside its context. */
export function writeDecisionFile(situation: ExampleSituation, decision: Decision): void {
  writeFileSync(situation.decisionFile, printDecisionFile(decision));
}
