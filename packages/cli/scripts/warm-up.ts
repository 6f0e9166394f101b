// Run by bundle.ts in a process as plain as the program's own: uses the program as people do, then keeps what V8 has
// compiled by then as the program's code cache.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheFile, loadProgram } from "../src/load-program.ts";

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

const runs = [
  ["check", "policy.omni"],
  ["check", "mistaken.omni"],
  ["fmt", "--check", "policy.omni"],
  ["test", "policy.omni"],
  ["run", "policy.omni", "--set", "Distance=0.4m", "--set", "Mode=automatic"],
];

const file = process.argv[1] ?? "";
const { exports, createCache } = loadProgram(file, require);
const folder = mkdtempSync(join(tmpdir(), "omegac-"));
const silent = { isTerminal: false, columns: undefined, write: async () => {} };
const host = {
  environment: {},
  folder,
  stdin: () => process.stdin,
  stdout: silent,
  stderr: silent,
  now: () => 0,
  runtime: { version: "", platform: "", architecture: "", script: file },
  drawStatus: () => {},
  startThread: null,
  terminal: () => null,
};

async function warmUp(): Promise<void> {
  writeFileSync(join(folder, "policy.omni"), policy);
  writeFileSync(join(folder, "mistaken.omni"), policy.replace("IF Distance", "IF Distence"));
  for (const argv of runs) await exports.runCommandLine(argv, host);
  rmSync(folder, { recursive: true });
  writeFileSync(cacheFile(file), createCache());
}

warmUp();
