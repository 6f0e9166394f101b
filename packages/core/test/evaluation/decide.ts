// What the evaluation scenarios share: a document around the lines a scenario is about, and decisions in short.
import { compile, type Decision, type EvaluateOptions, type Settings } from "@omega/core";

/** The items of a scenario's document, one on a line; sections that it does not speak of are left out. */
export interface Sections {
  readonly actor?: string;
  readonly context?: string;
  readonly rule: string;
  readonly constraint?: string;
  readonly example?: string;
}

export interface Circumstances extends EvaluateOptions {
  readonly settings?: Partial<Settings>;
}

/** The whole document. */
export function documentOf({ actor, context, rule, constraint, example }: Sections): string {
  const section = (keyword: string, items: string | undefined): readonly string[] =>
    items === undefined ? [] : [`${keyword}:\n${outdent(items)}`];
  return [
    "INTENT: Keep people near the machine safe.",
    ...section("ACTOR", actor),
    ...section("CONTEXT", context),
    ...section("RULE", rule),
    ...section("CONSTRAINT", constraint),
    ...(example === undefined ? [] : [outdent(example)]),
  ].join("\n\n");
}

/** The lines without what all of them are indented by. */
function outdent(text: string): string {
  const lines = text.replace(/^\n|\n\s*$/g, "").split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(common)).join("\n");
}

/** Decides in a context. A document with errors is a mistake of the scenario, and throws with what is wrong. */
export function decide(
  sections: Sections,
  context: unknown,
  { settings, ...evaluation }: Circumstances = {},
): Decision {
  const text = documentOf(sections);
  const policy = compile(text, settings === undefined ? {} : { settings });
  const errors = policy.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    const said = errors.map(({ code, message }) => `${code} ${message}`).join("\n");
    throw new Error(`the scenario's document has errors:\n${said}\n\n${text}`);
  }
  return policy.evaluate(context, evaluation);
}

/** A decision in short: `actions: "StopMachine (R1)"`, `unknowns: "Distance missing (R1)"`; what is empty is left out. */
export function short(decision: Decision): { readonly [member: string]: string } {
  const { status, actions, pending, withheld, violations, unknowns, defaulted, limits } = decision;
  const members = {
    status,
    actions: actions.map(({ name, rule }) => `${name} (${rule})`),
    pending: pending.map(({ name, rule }) => `${name} (${rule})`),
    withheld: withheld.map(({ name, constraint }) => `${name} (${constraint})`),
    violations: violations.map(({ constraint }) => constraint),
    unknowns: unknowns.map(
      ({ path, rule, reason, handled }) =>
        `${path} ${reason} (${rule}${handled ? ", handled" : ""})`,
    ),
    defaulted: defaulted.map(({ path }) => path),
    limits: limits.map(({ limit, rule, maximum }) => `${limit} ${maximum} (${rule})`),
  };
  return Object.fromEntries(
    Object.entries(members)
      .map(([name, value]): [string, string] => [
        name,
        typeof value === "string" ? value : value.join(", "),
      ])
      .filter(([, value]) => value !== ""),
  );
}

/** The names of the actions, in order. */
export function actionsOf(decision: Decision): string {
  return decision.actions.map(({ name }) => name).join(" ");
}
