// Bundles what the modules stand on that `omegac compile` writes: core's run-time support as a script, and its types.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ModuleOptions } from "@omega/core";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const decisions = join(root, "..", "core", "src", "evaluate", "decision.ts");

/** The run-time support as text, from source. */
export async function bundleModuleRuntime(): Promise<ModuleOptions["runtime"]> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: 'export * from "@omega/core/runtime"', resolveDir: root },
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
  const script = outputFiles.map(({ text }) => text).join("");
  return { script, types: typesOf(await readFile(decisions, "utf8")) };
}

/** What stands outside of decision.ts that its types are made of, and what is not in it. */
const surroundings = `type DiagnosticCode = string;
type UnknownReason = string;
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export interface EvaluateOptions {
  /** The instant of the decision, ISO 8601 with an offset; without it the clock functions are unknown. */
  readonly now?: string;
  /** Adds \`trace\` to the decision. */
  readonly trace?: boolean;
  readonly limits?: Partial<Limits>;
  readonly sampleDefaults?: boolean;
}

/** What \`prepareContext\` makes. */
export interface PreparedContext {
  readonly kind: "prepared-context";
}
`;

/** The types in the text of decision.ts, in need of no import. */
function typesOf(text: string): string {
  const [, ...parts] = text.replace(/^import .*$/gm, "").split(/^(?=\/\*\* Worst first)/m);
  const types = parts.join("").replace(/\nexport const defaultLimits[\s\S]*$/, "");
  return `${types.trimEnd()}\n\n${surroundings}`;
}
