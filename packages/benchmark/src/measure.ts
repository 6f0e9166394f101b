// Times several subjects in interleaved rounds: each round runs all of them, so what disturbs the machine disturbs all.
import type { Plan } from "./plan.ts";

/** Something that can be done any number of times. */
export interface Subject {
  readonly name: string;
  readonly run: (times: number) => void | Promise<void>;
}

export interface Timing {
  readonly name: string;
  /** Nanoseconds for one time, by round. */
  readonly rounds: readonly number[];
}

/** Nanoseconds, as process.hrtime.bigint gives them. */
export type Clock = () => bigint;

type Pace = Pick<Plan, "rounds" | "roundMilliseconds" | "warmUpMilliseconds">;

/** Share by which a subject must be faster than ever before to count as still warming up. */
const progress = 0.03;
/** Share of the time it may take to warm up after which a subject that made no progress is warm. */
const patience = 0.2;

/** Warms each subject up until it gets no faster, then runs all of them in every round, each round starting with another. */
export async function measure(
  subjects: readonly Subject[],
  pace: Pace,
  clock: Clock = process.hrtime.bigint,
): Promise<readonly Timing[]> {
  const measured: { subject: Subject; times: number; rounds: number[] }[] = [];
  for (const subject of subjects) {
    measured.push({ subject, times: await warmUp(subject, pace, clock), rounds: [] });
  }
  for (let round = 0; round < pace.rounds; round++) {
    for (let turn = 0; turn < measured.length; turn++) {
      const next = measured[(round + turn) % measured.length];
      if (next !== undefined) next.rounds.push(await time(next.subject, next.times, clock));
    }
  }
  return measured.map(({ subject: { name }, rounds }) => ({ name, rounds }));
}

/** How many times fill one round once the subject is warm; at least one. */
async function warmUp(subject: Subject, pace: Pace, clock: Clock): Promise<number> {
  const fill = (nanoseconds: number): number =>
    Math.max(1, Math.round((pace.roundMilliseconds * 1e6) / nanoseconds));
  const start = clock();
  const elapsed = (): number => Number(clock() - start) / 1e6 / pace.warmUpMilliseconds;
  let fastest = await time(subject, 1, clock);
  for (let last = 0, now = 0; now < 1 && now - last < patience; now = elapsed()) {
    const nanoseconds = await time(subject, fill(fastest), clock);
    if (nanoseconds < fastest * (1 - progress)) last = elapsed();
    fastest = Math.min(fastest, nanoseconds);
  }
  return fill(fastest);
}

/** Nanoseconds for one time. */
async function time({ run }: Subject, times: number, clock: Clock): Promise<number> {
  const start = clock();
  await run(times);
  return Math.max(1, Number(clock() - start)) / times;
}
