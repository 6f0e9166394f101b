// `--set Distance=0.4m`: assignments as GIVEN has them, read and checked by the language itself.
import {
  compile,
  type Example,
  type JsonValue,
  localizeDiagnostic,
  parseJson,
  positionAt,
} from "@omega/core";
import { Failure } from "../failure.ts";
import type { Session } from "../session.ts";
import type { OpenDocument } from "./open-document.ts";

/**
 * What the assignments give, as an EXAMPLE that gives the same. Throws a `Failure` for one that the document does not
 * understand: a name that nothing reads, a unit that does not fit.
 */
export function readAssignments(
  { words }: Session,
  { options, text }: OpenDocument,
  assignments: readonly string[],
  /** What stands before an assignment where it is written. */
  prefix = "--set ",
): Example["givens"] {
  if (assignments.length === 0) return [];
  const folder = options.file.slice(0, options.file.lastIndexOf("/") + 1);
  const name = options.file.slice(folder.length);
  const head = `EXAMPLES FOR ${JSON.stringify(name)}:\n\nEXAMPLE:\n`;
  const read = assignments.map((assignment) => readAssignment(assignment, prefix));
  const lines = read.map(({ given }) => `- GIVEN ${given}\n`);
  const suite = `${head}${lines.join("")}- EXPECT STATUS decided\n`;
  const { examples, diagnostics, source } = compile(suite, {
    ...options,
    file: `${folder}--set`,
    load: (path) => (path === options.file ? text : options.load(path)),
  });
  for (const diagnostic of diagnostics) {
    const { file, severity, span } = diagnostic;
    if (severity !== "error" || file !== source.file) continue;
    const { message } = localizeDiagnostic(diagnostic, words);
    const index = positionAt(source, span.start).line - head.split("\n").length;
    const assignment = assignments[index] ?? assignments[0] ?? "";
    throw new Failure(`\`${prefix}${assignment}\`: ${message}`);
  }
  return examples
    .flatMap(({ givens }) => givens)
    .map((given, index) => {
      const json = read[index]?.json ?? null;
      return json === null ? given : { ...given, value: json };
    });
}

interface Assignment {
  /** What stands behind GIVEN. */
  readonly given: string;
  /** A value that is JSON and reads as in a context, whatever GIVEN makes of it; else null. */
  readonly json: JsonValue;
}

function readAssignment(assignment: string, prefix: string): Assignment {
  if (/[\r\n]/.test(assignment)) {
    throw new Failure("an assignment is one line", "put larger contexts into a file");
  }
  const equals = assignment.indexOf("=");
  if (equals < 0) {
    throw new Failure(
      `\`${prefix}${assignment}\` assigns nothing`,
      `write \`${prefix}${assignment}=value\`, for example \`${prefix}Distance=0.4m\``,
    );
  }
  const target = assignment.slice(0, equals).trim();
  const value = assignment.slice(equals + 1).trim();
  const json = readRecords(value);
  return json === null
    ? { given: `${target} = ${quoteBareText(value)}`, json }
    : { given: `${target} = null`, json };
}

/** `{"value": 3, "unit": "cm"}`, `[{"name": "Ana"}]`: records with quoted keys are JSON. Null for anything else. */
function readRecords(value: string): JsonValue {
  if (!/^[[{]/.test(value) || !/"\s*:/.test(value)) return null;
  const parsed = parseJson(value);
  return parsed.ok ? parsed.value : null;
}

/** Shells eat quotes, so `Mode=manual` and `Since=2026-05-01T08:00:00Z` do without; what is a literal stays one. */
function quoteBareText(value: string): string {
  const isBare = /^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(value) && !/^(true|false|null)$/i.test(value);
  const isTime = /^\d{4}-\d\d-\d\dT[\d:.Z+-]+$/i.test(value);
  return isBare || isTime ? JSON.stringify(value) : value;
}
