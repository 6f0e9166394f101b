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

/** A short, complete document around the given items. */
export function samplePolicy(parts: SamplePolicy): string {
  const section = (keyword: string, items: readonly string[]): string =>
    [`${keyword}:`, ...items].join("\n");
  return `${[
    "INTENT: Keep people near the machine safe.",
    ...(parts.imports === undefined ? [] : [section("IMPORT", parts.imports)]),
    section("ACTOR", parts.actor ?? ["- Primary: SafetySystem"]),
    section("CONTEXT", parts.context ?? ["- Distance: <m>"]),
    section("RULE", parts.rule ?? ["- IF Distance < 1m THEN StopMachine UNKNOWN StopMachine"]),
    section("CONSTRAINT", parts.constraint ?? ["- Legal: follow the machinery directive"]),
    section("IMPACT", parts.impact ?? ["- Benefit: fewer injuries", "- Risk: more stops"]),
    section("TRACE", parts.trace ?? ["- Regulation: ISO 13850"]),
    ...(parts.examples ?? []),
  ].join("\n\n")}\n`;
}
