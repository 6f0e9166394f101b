// A policy as a module of its own, in JavaScript or TypeScript, that imports nothing: what `omegac compile` writes.
import { contextTypes } from "../schema/context-types.ts";
import type { Program } from "../semantics/program.ts";
import type { Settings } from "../semantics/settings.ts";
import type { SourceText } from "../source/source-text.ts";
import { engineVersion } from "../version.ts";
import { emitProgram } from "./emit-program.ts";
import { type Printable, printLiteral } from "./print-literal.ts";
import { printProgram } from "./print-program.ts";
import { sourceMap } from "./source-map.ts";

export interface ModuleOptions {
  readonly target: "js" | "ts";
  /** The configuration that the module evaluates under. */
  readonly settings: Settings;
  /** runtime.ts as a script that declares `omega`, and the types of decisions as TypeScript. */
  readonly runtime: { readonly script: string; readonly types: string };
  /** Where the module finds its source map, and the map the document; null without a map. */
  readonly addresses: { readonly map: string; readonly document: string } | null;
}

export interface WrittenModule {
  readonly text: string;
  /** A source map, version 3, from the code of each rule to its line in the document. */
  readonly map: string;
}

/** The policy as a module that exports `evaluate`, `prepareContext` and `decisionJson`. */
export function emitModule(
  program: Program,
  source: SourceText,
  options: ModuleOptions,
): WrittenModule {
  const { target, runtime, addresses } = options;
  const { code, ends, longestList } = emitProgram(program);
  const isTyped = target === "ts";
  const { limits, sampleDefaults, strict, disabled } = options.settings;
  const configured: Printable = {
    now: null,
    trace: false,
    limits: { ...limits },
    sampleDefaults,
    strict,
    disabled: [...disabled],
  };
  const head = [
    ...(isTyped ? ["// @ts-nocheck: this code was made; its exports are typed."] : []),
    `// Written by omegac ${engineVersion} from ${printLiteral(program.file)}. Change the policy, not this file.`,
    `// Its text has the SHA-256 ${printLiteral(program.sha256)}.`,
    ...(isTyped ? [typesOf(program, runtime.types)] : []),
    runtime.script.trimEnd(),
    "const nowhere = { start: 0, end: 0 };",
    "const policy = {",
    `program: (unit) => (${printProgram(program)}),`,
    "parts: (runtime) => {",
  ];
  const tail = [
    "},",
    `ends: ${printLiteral(ends)},`,
    `longestList: ${printLiteral(longestList)},`,
    `options: ${printLiteral(configured)},`,
    "};",
    "",
    "/** Decides what to do in a context. Pure: it reads nothing else, and keeps nothing. */",
    isTyped
      ? "export const evaluate: (context: Context | PreparedContext, options?: EvaluateOptions) => Decision = omega.createEvaluate(policy);"
      : "export const evaluate = omega.createEvaluate(policy);",
    "/** A copy of a context, for many evaluations; null for what is no record of plain JSON. */",
    isTyped
      ? "export const prepareContext: (context: Context, depth?: number) => PreparedContext | null = omega.prepareContext;"
      : "export const prepareContext = omega.prepareContext;",
    "/** A decision's canonical JSON (RFC 8785): equal decisions give equal bytes. */",
    isTyped
      ? "export const decisionJson: (decision: Decision) => string = omega.decisionJson;"
      : "export const decisionJson = omega.decisionJson;",
    ...(addresses === null ? [] : [`//# sourceMappingURL=${encodeURI(addresses.map)}`]),
    "",
  ];
  const before = head.join("\n");
  return {
    text: [before, code, ...tail].join("\n"),
    map: sourceMap(addresses?.document ?? source.file, source, before.split("\n").length, code),
  };
}

function typesOf(program: Program, types: string): string {
  // Its first line says where types alone come from.
  const [, ...context] = contextTypes(program).split("\n");
  return `${types.trimEnd()}\n${context.join("\n").trimEnd()}`;
}
