// Whole documents for the registry's examples: what every policy has, around the lines an entry is about.

/** What an example's document differs in; each a list of items with their `- `. */
export interface SamplePolicy {
  readonly imports?: readonly string[];
  readonly actor?: readonly string[];
  readonly context?: readonly string[];
  readonly rule?: readonly string[];
  readonly constraint?: readonly string[];
  readonly impact?: readonly string[];
  readonly trace?: readonly string[];
  readonly examples?: readonly string[];
}

/** What the sections hold that an example says nothing of. */
const usual = {
  actor: ["- Primary: SafetySystem"],
  context: ["- Distance: <m>"],
  rule: ["- IF Distance < 1m THEN StopMachine UNKNOWN StopMachine"],
  constraint: ["- Legal: follow the machinery directive"],
  impact: ["- Benefit: fewer injuries", "- Risk: more stops"],
  trace: ["- Regulation: ISO 13850"],
} as const satisfies SamplePolicy;

/** A short, complete document around the given items. Hundreds are made whenever core is loaded. */
export function samplePolicy(parts: SamplePolicy): string {
  const { actor, context, rule, constraint, impact, trace } = { ...usual, ...parts };
  const imports = parts.imports === undefined ? "" : `\n\n${section("IMPORT", parts.imports)}`;
  const examples = (parts.examples ?? []).map((example) => `\n\n${example}`).join("");
  return `INTENT: Keep people near the machine safe.${imports}

${section("ACTOR", actor)}

${section("CONTEXT", context)}

${section("RULE", rule)}

${section("CONSTRAINT", constraint)}

${section("IMPACT", impact)}

${section("TRACE", trace)}${examples}
`;
}

function section(keyword: string, items: readonly string[]): string {
  return items.length === 0 ? `${keyword}:` : `${keyword}:\n${items.join("\n")}`;
}
