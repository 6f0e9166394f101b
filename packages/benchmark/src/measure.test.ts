import { expect, test } from "vitest";
import { measure, type Subject } from "./measure.ts";

/** A clock that only moves when a subject works, by as many nanoseconds as its work takes. */
function createWork() {
  let now = 0n;
  const done: string[] = [];
  const subject = (name: string, nanoseconds: number): Subject => ({
    name,
    run: (times) => {
      done.push(name);
      now += BigInt(Math.round(times * nanoseconds));
    },
  });
  return { clock: () => now, done, subject };
}

const pace = { rounds: 3, roundMilliseconds: 1, warmUpMilliseconds: 10 };

test("tells nanoseconds for one time, round by round", async () => {
  const { clock, subject } = createWork();
  const timings = await measure([subject("quick", 50), subject("slow", 4_000_000)], pace, clock);
  expect(timings).toEqual([
    { name: "quick", rounds: [50, 50, 50] },
    { name: "slow", rounds: [4_000_000, 4_000_000, 4_000_000] },
  ]);
});

test("runs every subject in every round, and starts each round with another", async () => {
  const { clock, done, subject } = createWork();
  const subjects = ["a", "b", "c"].map((name) => subject(name, 1_000_000));
  await measure(subjects, pace, clock);
  expect(done.slice(-9)).toEqual(["a", "b", "c", "b", "c", "a", "c", "a", "b"]);
});

test("warms a subject up as long as it gets faster", async () => {
  let now = 0n;
  let speed = 1_000_000;
  const warming: Subject = {
    name: "warming",
    run: (times) => {
      now += BigInt(Math.round(times * speed));
      speed = Math.max(100, speed * 0.9);
    },
  };
  const long = { ...pace, warmUpMilliseconds: 10_000 };
  const [timing] = await measure([warming], long, () => now);
  expect(timing?.rounds).toEqual([100, 100, 100]);
});

test("waits for what answers by a promise", async () => {
  const { clock, subject } = createWork();
  const { name, run } = subject("later", 500);
  const later: Subject = { name, run: async (times) => run(times) };
  expect(await measure([later], pace, clock)).toEqual([{ name, rounds: [500, 500, 500] }]);
});
