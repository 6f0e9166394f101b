// What `omegac compile` writes, loaded from disk as any host would: it decides as the policy itself does, to the byte.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  compile,
  type Decision,
  decisionJson,
  type EvaluateOptions,
  emitModule,
  type Policy,
} from "@omega/core";
import { compileExamplePolicy, readExamplePolicies, situationInstant } from "@omega/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { bundleModuleRuntime } from "../scripts/bundle-module-runtime.ts";

const root = fileURLToPath(new URL("../../../examples", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "omega-module-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runtime = await bundleModuleRuntime();

interface WrittenModule {
  readonly evaluate: (context: unknown, options?: EvaluateOptions) => Decision;
  readonly decisionJson: (decision: Decision) => string;
  readonly prepareContext: (context: unknown) => unknown;
}

async function writeModule(name: string, policy: Policy): Promise<WrittenModule> {
  const { program, source, settings } = policy;
  if (program === null) throw new Error(`${name} has errors`);
  const file = join(folder, `${name}.mjs`);
  const options = { target: "js", runtime, settings, addresses: null } as const;
  writeFileSync(file, emitModule(program, source, options).text);
  return import(pathToFileURL(file).href);
}

describe.each(readExamplePolicies(root))("$name", (example) => {
  const policy = compileExamplePolicy(root, example);

  test("decides from disk as in process, with a trace and without", async () => {
    const written = await writeModule(example.name, policy);
    for (const situation of example.situations) {
      const { context } = situation;
      const now = situationInstant(policy, situation);
      for (const trace of [false, true]) {
        const options = { trace, ...(now === null ? {} : { now }) };
        const expected = decisionJson(policy.evaluate(context, options));
        expect(written.decisionJson(written.evaluate(context, options))).toBe(expected);
        const prepared = written.prepareContext(context);
        expect(written.decisionJson(written.evaluate(prepared, options))).toBe(expected);
      }
    }
  });
});

test("a module says where each rule comes from", () => {
  const text = readFileSync(join(root, "greeting", "greeting.omni"), "utf8");
  const policy = compile(text, { file: "greeting.omni" });
  if (policy.program === null) throw new Error("greeting.omni has errors");
  const { text: module, map } = emitModule(policy.program, policy.source, {
    target: "js",
    runtime,
    settings: policy.settings,
    addresses: { map: "greeting.js.map", document: "../greeting.omni" },
  });
  expect(module).toContain("\n//# sourceMappingURL=greeting.js.map\n");
  const { sources, sourcesContent, mappings } = JSON.parse(map);
  expect([sources, sourcesContent]).toEqual([["../greeting.omni"], [text]]);
  const mapped = linesOf(mappings);
  const written = module.split("\n");
  for (const [index, line] of written.entries()) {
    const stated = /^\/\/ line (\d+)$/.exec(line)?.[1];
    if (stated !== undefined) expect(mapped[index]).toBe(Number(stated) - 1);
  }
});

/** The line of the document behind each line of a module, as a reader of source maps finds it. */
function linesOf(mappings: string): readonly (number | null)[] {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let line = 0;
  return mappings.split(";").map((segment) => {
    if (segment === "") return null;
    const numbers: number[] = [];
    let value = 0;
    let shift = 0;
    for (const character of segment) {
      const digit = alphabet.indexOf(character);
      value += (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        numbers.push(value & 1 ? -(value >> 1) : value >> 1);
        value = 0;
        shift = 0;
      }
    }
    line += numbers[2] ?? 0;
    return line;
  });
}
