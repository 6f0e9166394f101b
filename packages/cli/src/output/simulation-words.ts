// What a simulation comes to, in words.
import type { Simulation } from "@omega/core";
import { countOf } from "./wrap-text.ts";

/** The verdict as a sentence, then what there is to say about it. */
export function describeVerdict({
  verdict,
  ticks,
  tickMilliseconds,
}: Simulation): readonly string[] {
  const when = (tick: number): string =>
    `tick ${tick} (after ${describeDuration(elapsed(ticks, tick, tickMilliseconds))})`;
  const so = (certainty: "certain" | "observed", proof: string, hint: string): string =>
    certainty === "certain" ? proof : hint;
  switch (verdict.kind) {
    case "settles":
      return [
        `it settles at ${when(verdict.from)}`,
        so(
          verdict.certainty,
          "nothing changes any more: the same state is decided in the same way",
          `so far: the policy reads the clock, and was watched for ${countOf(ticks.length, "tick")}`,
        ),
      ];
    case "oscillates":
      return [
        `it oscillates with a period of ${countOf(verdict.period, "tick")} (${describeDuration(verdict.period * tickMilliseconds)}) from ${when(verdict.from)}`,
        so(
          verdict.certainty,
          "the same state came again, and is decided in the same way",
          `so far: the policy reads the clock, and was watched for ${countOf(ticks.length, "tick")}`,
        ),
      ];
    case "runs away":
      return describeFlight(verdict, when(verdict.from));
    case "undecided":
      return [
        "it cannot be told whether it settles, oscillates or runs away",
        describeReason(verdict.reason, verdict.until, ticks.length),
      ];
  }
}

function describeFlight(
  { attribute, how, certainty }: Extract<Simulation["verdict"], { kind: "runs away" }>,
  when: string,
): readonly string[] {
  const further = "it goes on deciding the same wherever it was tried further along";
  switch (how) {
    case "leaves its range":
      return certainty === "certain"
        ? [
            `it runs away: ${attribute} leaves its range at ${when}`,
            "--saturate keeps numbers within their range",
          ]
        : [`it runs away: ${attribute} will have left its range by ${when}`, further];
    case "overflows":
      return [`it runs away: ${attribute} overflows at ${when}`];
    case "rises without end":
    case "falls without end":
      return [`it runs away: ${attribute} ${how} from ${when}`, further];
  }
}

/** By the clock, which a series may set; beyond the last tick, and without a clock, by the length of a tick. */
function elapsed(ticks: Simulation["ticks"], tick: number, tickMilliseconds: number): number {
  const first = ticks[0]?.now ?? null;
  const now = ticks[tick]?.now ?? null;
  return first === null || now === null
    ? tick * tickMilliseconds
    : Date.parse(now) - Date.parse(first);
}

function describeReason(
  reason: "series" | "clock" | "no pattern" | "changes later",
  until: number | null,
  ticks: number,
): string {
  switch (reason) {
    case "series":
      return "the series drives it to the end; more --ticks than rows show where it leads by itself";
    case "no pattern":
      return `no state came twice in ${countOf(ticks, "tick")}, and nothing moves steadily; try more --ticks`;
    case "clock":
      return `the policy reads the clock, and nothing it did in ${countOf(ticks, "tick")} goes on to their end; try more or other --ticks`;
    case "changes later":
      return `it moves steadily, and decides otherwise before tick ${until ?? ticks}: try more --ticks`;
  }
}

/** `0 s`, `90 s`, `1 min`, `2.5 h`. */
export function describeDuration(milliseconds: number): string {
  const sizes = [
    [86_400_000, "d"],
    [3_600_000, "h"],
    [60_000, "min"],
    [1000, "s"],
  ] as const;
  const [size, unit] = sizes.find(
    ([each]) => milliseconds === each || milliseconds >= 2 * each,
  ) ?? [1000, "s"];
  return milliseconds < 1000 && milliseconds > 0
    ? `${milliseconds} ms`
    : `${Number((milliseconds / size).toPrecision(4))} ${unit}`;
}
