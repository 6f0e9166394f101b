// Run by bundle.ts in a process of its own: uses core as the commands do, then writes the code cache of its script.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { loadCached } from "../src/load-cached.ts";

const policy = `INTENT: Keep people who work beside the robot unhurt.

ACTOR:
- Primary: SafetySystem MAY StopMachine, SlowDown, SoundAlarm

CONTEXT:
- Distance: <0..20 m>
- Mode: <"automatic" | "manual">
- Workers: <[{ name: text, distance: m }]>

RULE:
- LET Near = 1m + 50cm
- TooClose: IF Distance < Near AND Mode == "automatic" THEN StopMachine
  ELSE IF Distance < 2 * Near THEN SlowDown(0.25m/s)
  UNKNOWN StopMachine
- FOR worker IN Workers WHERE worker.distance < 3m { - IF worker.distance < Near THEN SoundAlarm }

CONSTRAINT:
- Legal: follow the machinery directive
- Safety: NEVER SlowDown AND StopMachine

IMPACT:
- Benefit: fewer injuries
- Risk: more stops

TRACE:
- Regulation: ISO 13850

EXAMPLE somebody is near:
- GIVEN Distance = 0.4m, Mode = "automatic", Workers = [{ name: "Ana", distance: 0.4m }]
- EXPECT ONLY StopMachine, SoundAlarm
`;

const script = process.argv[1] ?? "";
const { exports, createCache } = loadCached(pathToFileURL(script));
// The script is a bundle of this package.
const { compile, format, runExamples } = exports as typeof import("@omega/core");
for (const text of [policy, policy.replace("Distance <", "Distence <")]) {
  const compiled = compile(text);
  format(text);
  runExamples(compiled);
  compiled.evaluate({ Distance: 0.4, Mode: "automatic", Workers: [] }, { trace: true });
}
writeFileSync(`${script}.cache`, createCache());
