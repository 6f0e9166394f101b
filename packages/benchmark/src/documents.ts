// Documents as people write them, of any size: declarations, rules of every kind, comments, constraints, evidence, examples.
import { createRandom, type Random } from "./random.ts";

/** The parts of a document that one zone of the plant needs. */
interface Zone {
  readonly context: string;
  readonly rules: string;
  readonly trace: string;
  readonly examples: string;
}

/** A document of at least `bytes` bytes, and a few hundred more at most; another seed gives another of the same shape. */
export function documentOf(bytes: number, seed: number): string {
  const zones = zonesOf(bytes, seed);
  return assemble(zones, `${shift}${partOf(zones, "context")}`);
}

/** A document with the documents that it imports, by path. */
interface ImportingDocument {
  readonly text: string;
  readonly imported: ReadonlyMap<string, string>;
}

/** The same, but for what it imports: half of the declarations, and a constraint, effects and rights of their own. */
export function importingDocumentOf(bytes: number, seed: number): ImportingDocument {
  const zones = zonesOf(bytes, seed);
  const own = zones.filter((_, index) => index % 2 === 0);
  const theirs = zones.filter((_, index) => index % 2 === 1);
  return {
    text: assemble(zones, partOf(own, "context"), '\nIMPORT:\n- "site.omni"\n'),
    imported: new Map([["site.omni", siteOf(`${shift}${partOf(theirs, "context")}`)]]),
  };
}

const shift = '- Shift: <"early" | "late" | "night">\n';

function zonesOf(bytes: number, seed: number): readonly Zone[] {
  const random = createRandom(seed);
  const zones: Zone[] = [];
  for (let length = assemble([], shift).length; length < bytes; ) {
    const zone = zoneOf(zones.length + 1, random);
    zones.push(zone);
    length += Object.values(zone).join("").length;
  }
  return zones;
}

function partOf(zones: readonly Zone[], name: keyof Zone): string {
  return zones.map((zone) => zone[name]).join("");
}

function siteOf(context: string): string {
  return `INTENT: Say what is true of every plant of the site.

ACTOR:
- Primary: SiteOffice
- Secondary: SafetyOffice APPROVES SpeedUp

CONTEXT:
${context}
CONSTRAINT:
- Safety [NoNightRush]: NEVER SpeedUp WHEN Shift == "night"
- Safety: AT MOST 3 OF SlowDown, CoolDown

IMPACT:
- Effect: CoolDown LOWERS Zone1Heat BY 1C
`;
}

function assemble(zones: readonly Zone[], context: string, imports = ""): string {
  const part = (name: keyof Zone): string => partOf(zones, name);
  return `INTENT: Keep people unhurt and the plant running, in this order.
${imports}
ACTOR:
- Primary: PlantController
- Secondary: ShiftLead APPROVES SpeedUp

CONTEXT:
- Domain: manufacturing
${context}
RULE:
- LET Nominal = 20C
${part("rules")}- FAILSAFE THEN Notify("the controller cannot decide")

CONSTRAINT:
- Legal: People are never left alone with a running machine.
- Safety [NoRush]: NEVER StopMachine AND SpeedUp

IMPACT:
- Benefit: Nobody is hurt, and stops are short.
- Risk: A broken sensor stops a zone.

TRACE:
- Standards: ISO 13850
${part("trace")}
${part("examples")}`;
}

/** Zones of machines and zones of people take turns. */
function zoneOf(number: number, random: Random): Zone {
  return number % 2 === 1 ? machineZone(number, random) : peopleZone(number, random);
}

function machineZone(number: number, random: Random): Zone {
  const hot = random.whole(60, 90);
  const full = random.whole(70, 95);
  const name = `Zone${number}`;
  const example = `EXAMPLE ${name} runs hot:
- GIVEN ${name}Heat = ${hot + 5}C, ${name}Mode = "automatic", Shift = "early"
- EXPECT CoolDown, Notify("${name} is hot")

`;
  return {
    context: `- ${name}Heat: <-40..150 C>
- ${name}Mode: <"automatic" | "manual" | "service">
- ${name}Level: <0..100 %> = ${random.whole(1, 40)}%
`,
    rules: `
# ${name}: limits agreed with the crew on shift ${random.whole(1, 3)}.
- ${name}Hot: IF ${name}Heat > ${hot}C AND ${name}Mode == "automatic" THEN CoolDown, Notify("${name} is hot")
  ELSE IF ${name}Heat > Nominal AND ${name}Mode != "service" THEN SlowDown(0.${random.whole(11, 99)}m/s)
  UNKNOWN StopMachine
- IF ${name}Level > ${full}% OR (${name}Level > ${full - 20}% AND Shift == "night") THEN OpenValve
`,
    trace: `- Evidence [${name}Hot]: Thermal study ${random.whole(100, 999)} of the safety office, table ${random.whole(1, 40)}
`,
    examples: number % 4 === 1 ? example : "",
  };
}

function peopleZone(number: number, random: Random): Zone {
  const near = random.whole(50, 250);
  const name = `Zone${number}`;
  return {
    context: `- ${name}Mode: <"automatic" | "manual" | "service">
- ${name}Crew: <[{ name: text, distance: cm }]>
`,
    rules: `- FOR member IN ${name}Crew WHERE member.distance < ${near + 100}cm {
    - ${name}Near: IF member.distance < ${near}cm AND ${name}Mode != "service" THEN StopMachine
    - IF member.distance < ${near + 50}cm THEN SoundAlarm(member.name) // heard in the whole zone
  } UNKNOWN SoundAlarm("${name}")
- MATCH ${name}Mode {
    - "automatic" WHEN count(${name}Crew) == 0 => SpeedUp
    - "manual" | "service" => ShowLamp("amber")
    - _ => ShowLamp("green")
  } UNKNOWN ShowLamp("red")
`,
    trace: `- Standards [${name}Near]: ISO 13855, clause ${random.whole(4, 9)}.${random.whole(1, 9)}
`,
    examples: "",
  };
}
