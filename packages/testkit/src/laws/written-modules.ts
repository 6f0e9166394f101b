// Policies as `omegac compile --target js` writes them, loaded from disk by another thread, as if nothing of OMEGA were there.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { type EvaluateOptions, emitModule, type Program, type Settings } from "@omega/core";
import { buildSync } from "esbuild";

/** What one evaluation by a written module is given. */
export interface WrittenTrial {
  readonly context: unknown;
  readonly options: EvaluateOptions;
}

/** A policy, and what it is compiled from and under. */
export interface WrittenPolicy {
  readonly program: Program;
  readonly source: Parameters<typeof emitModule>[1];
  readonly settings: Settings;
}

/** Writes the policy as a module, and has that decide: each decision as canonical JSON. Throws what the module throws. */
export function decideByModule(
  policy: WrittenPolicy,
  trials: readonly WrittenTrial[],
): readonly string[] {
  const { folder, ask, number } = nextTurn();
  const { text } = emitModule(policy.program, policy.source, {
    target: "js",
    settings: policy.settings,
    runtime: { script: 'import { omega } from "./runtime.mjs";', types: "" },
    addresses: null,
  });
  const file = join(folder, `policy-${number}.mjs`);
  writeFileSync(file, text);
  return ask(pathToFileURL(file).href, trials);
}

interface Reader {
  readonly folder: string;
  readonly ask: (address: string, trials: readonly WrittenTrial[]) => readonly string[];
  readonly close: () => void;
}

/** Modules are never unloaded, so a thread reads so many and is replaced. */
const modulesOfReader = 2_000;
const patienceMilliseconds = 60_000;

let current: { readonly reader: Reader; modules: number } | null = null;

/** A reader, and the number of the module that it reads next. */
function nextTurn(): Reader & { readonly number: number } {
  if (current !== null && current.modules >= modulesOfReader) {
    current.reader.close();
    current = null;
  }
  current ??= { reader: openReader(), modules: 0 };
  current.modules++;
  return { ...current.reader, number: current.modules };
}

const readModules = `
const { workerData } = require("node:worker_threads");
const { port, signal } = workerData;
port.on("message", async ({ address, trials }) => {
  let answer;
  try {
    const { evaluate, decisionJson } = await import(address);
    answer = { texts: trials.map(({ context, options }) => decisionJson(evaluate(context, options))) };
  } catch (error) {
    answer = { error: String(error?.stack ?? error) };
  }
  port.postMessage(answer);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
`;

function openReader(): Reader {
  const folder = mkdtempSync(join(tmpdir(), "omega-written-"));
  writeFileSync(join(folder, "runtime.mjs"), `${bundleRuntime()}\nexport { omega };\n`);
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1: own, port2: port } = new MessageChannel();
  const worker = new Worker(readModules, {
    eval: true,
    execArgv: [],
    workerData: { port, signal },
    transferList: [port],
  });
  worker.unref();
  own.unref();
  const close = (): void => {
    void worker.terminate();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", close);
  return {
    folder,
    ask(address, trials) {
      Atomics.store(signal, 0, 0);
      own.postMessage({ address, trials });
      Atomics.wait(signal, 0, 0, patienceMilliseconds);
      const answer: unknown = receiveMessageOnPort(own)?.message;
      if (isAnswer(answer)) return answer.texts;
      throw new Error(`a written module does not decide: ${JSON.stringify(answer)}`);
    },
    close() {
      process.off("exit", close);
      close();
    },
  };
}

function isAnswer(answer: unknown): answer is { readonly texts: readonly string[] } {
  return typeof answer === "object" && answer !== null && "texts" in answer;
}

/** Core's run-time support as a script that declares `omega`, as the command line carries it. */
function bundleRuntime(): string {
  const { outputFiles } = buildSync({
    absWorkingDir: import.meta.dirname,
    stdin: { contents: 'export * from "@omega/core/runtime"', resolveDir: import.meta.dirname },
    bundle: true,
    format: "iife",
    globalName: "omega",
    platform: "neutral",
    target: "es2022",
    conditions: ["omega-source"],
    minify: true,
    charset: "ascii",
    legalComments: "none",
    logLevel: "warning",
    write: false,
  });
  return outputFiles.map(({ text }) => text).join("");
}
