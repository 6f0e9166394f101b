// `npm run fuzz`: tries the laws on generated cases, round after round with growing sizes, until the time is over or one is
// broken. `--minutes 10`, `--law NAME` (or its beginning), `--cases 100000`, and `--seed`, `--size`, `--path` to try again.
import { parseArgs } from "node:util";
import { allLaws, type Law, tryLaw } from "@omega/testkit/laws";
import { serviceLaws } from "../packages/service/test/service-laws.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    law: { type: "string" },
    cases: { type: "string" },
    seed: { type: "string" },
    size: { type: "string" },
    path: { type: "string" },
  },
});

const casesOfRound = 100;
/** Large cases find little that small ones do not, and take long. */
const largestSize = 8;

const known = [...allLaws, ...serviceLaws];
const laws = known.filter(({ name }) => name.startsWith(values.law ?? ""));
const firstSeed =
  values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : wholeNumber("seed");
const until =
  values.minutes === undefined ? null : performance.now() + Number(values.minutes) * 60_000;
const wanted = values.cases === undefined ? null : wholeNumber("cases");

const tried = new Map<string, number>(laws.map(({ name }) => [name, 0]));
const broken = new Set<string>();

if (laws.length === 0) {
  console.error(
    `no law is called ${values.law}; there are\n${known.map(({ name }) => `  ${name}`).join("\n")}`,
  );
  process.exitCode = 2;
} else if (values.path !== undefined) {
  for (const law of laws) tryOnce(law, firstSeed, wholeNumber("size"), casesOfRound, values.path);
} else runRounds();

function runRounds(): void {
  console.log(`seed ${firstSeed}`);
  let round = 0;
  while (broken.size < laws.length && !isOver(round)) {
    const size = values.size === undefined ? 1 + (round % largestSize) : wholeNumber("size");
    for (const law of laws) {
      if (broken.has(law.name) || isOver(round)) continue;
      const left = wanted === null ? casesOfRound : wanted - (tried.get(law.name) ?? 0);
      tryOnce(law, firstSeed + round, size, Math.min(casesOfRound, left));
    }
    round += 1;
  }
  console.log(`${round} rounds`);
  for (const [name, cases] of tried)
    console.log(`  ${name}: ${cases} cases${broken.has(name) ? ", broken" : ""}`);
  if (broken.size > 0) process.exitCode = 1;
}

function isOver(round: number): boolean {
  if (until !== null) return performance.now() >= until;
  if (wanted !== null) return round * casesOfRound >= wanted;
  return round >= largestSize;
}

function tryOnce(law: Law, seed: number, size: number, cases: number, path?: string): void {
  const result = tryLaw(law, { cases, size, seed, ...(path === undefined ? {} : { path }) });
  tried.set(law.name, (tried.get(law.name) ?? 0) + result.cases);
  if (result.failure === null) return;
  broken.add(law.name);
  console.error(`\n${law.name}\n${result.failure}\n`);
  process.exitCode = 1;
}

function wholeNumber(option: "seed" | "cases" | "size"): number {
  const value = Number(values[option] ?? 1);
  if (Number.isSafeInteger(value)) return value;
  throw new Error(`--${option} takes a whole number, not ${values[option]}`);
}
