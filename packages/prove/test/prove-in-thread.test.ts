// Proofs in threads of their own: the caller stays free, may cancel, and is told of whatever goes wrong there.
import { compile, type Program } from "@omega/core";
import { expect, test } from "vitest";
import { createProofThread, defaultProveOptions, prove, proveInThread } from "../src/index.ts";

function programOf(text: string): Program {
  const { program, diagnostics } = compile(`INTENT: Keep people unhurt.\n\n${text}`);
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return program;
}

const cell = programOf(`CONTEXT:
- Distance: <0..20 m>
- Workers: <[{ distance: m }]>

RULE:
- Far: IF Distance > 21m THEN Warn
- Near: IF Distance < 1m THEN StopMachine
- FOR worker IN Workers { - Close: IF worker.distance < 1m THEN StopMachine }
`);

/** No solver is done with these in the time of a test. */
const hard = programOf(`CONTEXT:
- A: <integer>
- B: <integer>
- C: <integer>

RULE:
- Cubes: IF A * A * A + B * B * B + C * C * C == 114 AND A > 1000 AND B > A THEN Warn
- Easy: IF A > 1 THEN Note
`);

test("the answers are those of the caller's own thread", async () => {
  const progress: string[] = [];
  const answers = await proveInThread(cell, {
    ...defaultProveOptions,
    progress: (answered, all) => progress.push(`${answered} of ${all}`),
  });
  expect(answers).toEqual(await prove(cell));
  expect(progress).toEqual(["0 of 3", "1 of 3", "2 of 3"]);
});

test("a thread proves one program after another", async () => {
  const thread = createProofThread();
  const first = await proveInThread(cell, defaultProveOptions, thread);
  expect(await proveInThread(cell, defaultProveOptions, thread)).toEqual(first);
  await thread.close();
});

test("the caller stays free, and cancelling ends the proof at once", async () => {
  const cancelling = new AbortController();
  const options = { ...defaultProveOptions, timeout: 600_000, signal: cancelling.signal };
  let asked = false;
  const progress = (): void => {
    asked = true;
    setTimeout(() => cancelling.abort(), 50);
  };
  const answers = await proveInThread(hard, { ...options, progress });
  expect(asked).toBe(true);
  expect(answers.map(({ message }) => message)).toEqual([
    "not proven whether `Cubes` can fire: cancelled",
    "not proven whether `Easy` can fire: cancelled",
  ]);
});

test("what is cancelled before it begins says so", async () => {
  const signal = AbortSignal.abort();
  const answers = await proveInThread(cell, { ...defaultProveOptions, signal });
  expect(answers.map(({ question, outcome, message }) => [question, outcome, message])).toEqual([
    ["everything", "not proven", "not proven whether anything holds in every context: cancelled"],
  ]);
});

test("a thread without the memory that it needs leaves questions not proven", async () => {
  const thread = createProofThread(4);
  const answers = await proveInThread(cell, defaultProveOptions, thread);
  await thread.close();
  expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["not proven"]));
  expect(answers[0]?.message).toContain("there is not enough memory");
});
