// What a proof says of a document, where it says it: findings as diagnostics with the context that shows them, and that
// context as an EXAMPLE. Proving is the host's matter; typing never waits for it.
import { type JsonValue, printName } from "@omega/core";
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
} from "vscode-languageserver-types";
import { printLiteral } from "../decision/print-literal.ts";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";
import type { ReadText } from "./run-examples.ts";
import { saveAsExample } from "./save-as-example.ts";

/** One answer of a proof, as `@omega/prove` gives it. */
export interface ProvedAnswer {
  /** What was asked: `reachable`, `constraint`. */
  readonly question: string;
  /** The line of the document it is about, from 1. */
  readonly line: number;
  /** `finding` is what an author wants to know. */
  readonly outcome: "fine" | "finding" | "not proven";
  readonly message: string;
  /** A context that shows it, confirmed by evaluation; null where there is none to show. */
  readonly context: { readonly [name: string]: JsonValue } | null;
  /** When that context shows it; null where it does at any time. */
  readonly now: string | null;
}

/** The answers about one text of a document. */
export interface Proof {
  /** Of the document when it was proved: nothing is said of any other text. */
  readonly version: number;
  readonly answers: readonly ProvedAnswer[];
}

/** Findings as warnings, and what is not proven as information. */
export function proofDiagnostics(document: ServiceDocument, proof: Proof): readonly Diagnostic[] {
  return shownAnswers(document, proof).map((answer) => toDiagnostic(document, answer));
}

/** For each finding with a context that a range touches, an action that adds it as an EXAMPLE. */
export function proofActions(
  document: ServiceDocument,
  range: Range,
  proof: Proof,
  loadText?: ReadText,
): readonly CodeAction[] {
  return shownAnswers(document, proof).flatMap((answer) => {
    const isAsked = range.start.line < answer.line && answer.line - 1 <= range.end.line;
    if (!isAsked || answer.context === null) return [];
    const title = answer.message.replaceAll("`", "").replace(/:(?:\s.*)?$/s, "");
    const context = JSON.stringify(answer.context);
    const saved = saveAsExample(document, { context, now: answer.now, title }, loadText);
    if (saved.kind === "refused") return [];
    const { version, position, text } = saved;
    const edit = { range: { start: position, end: position }, newText: text };
    return [
      {
        title: document.locale.phrase("add the context that shows it as an EXAMPLE"),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(document, answer)],
        edit: {
          documentChanges: [{ textDocument: { uri: document.uri, version }, edits: [edit] }],
        },
      },
    ];
  });
}

/** What a proof says about the lines of an item, in a few words; null where it says nothing. */
export function proofSummary(proof: Proof, first: number, last: number): string | null {
  const about = proof.answers.filter(({ line }) => first <= line && line <= last);
  if (about.length === 0) return null;
  const findings = about.filter(({ outcome }) => outcome === "finding").length;
  if (findings > 0) return findings === 1 ? "1 finding" : `${findings} findings`;
  return about.some(({ outcome }) => outcome === "not proven") ? "not proven" : "proved";
}

function shownAnswers({ version }: ServiceDocument, proof: Proof): readonly ProvedAnswer[] {
  if (proof.version !== version) return [];
  return proof.answers.filter(({ outcome }) => outcome !== "fine");
}

function toDiagnostic(
  document: ServiceDocument,
  { question, line, outcome, message, context }: ProvedAnswer,
): Diagnostic {
  const range = rangeOfLine(document, line);
  const shown = context === null ? null : printContext(document, context);
  return {
    range,
    severity: outcome === "finding" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
    code: question,
    source: "omega prove",
    message: document.locale.phrase(message),
    ...(shown !== null && {
      relatedInformation: [{ location: { uri: document.uri, range }, message: shown }],
    }),
  };
}

/** What is written on a line, without the white space and the dash around it. */
function rangeOfLine({ source }: ServiceDocument, line: number): Range {
  const start = source.lineStarts[line - 1] ?? source.text.length;
  const text = source.text.slice(start, source.lineStarts[line] ?? source.text.length);
  const indent = /^\s*(?:-\s+)?/.exec(text)?.[0].length ?? 0;
  return toRange(source, {
    start: start + indent,
    end: start + Math.max(indent, text.trimEnd().length),
  });
}

/** `for example Distance = 0.4 m, Mode = "auto"`: numbers with the unit that they are read in. */
function printContext(
  { policy: { analysis }, locale: { phrase } }: ServiceDocument,
  context: NonNullable<ProvedAnswer["context"]>,
): string {
  const entries = Object.entries(context).map(([name, value]) => {
    const type = analysis.attributes.get(name)?.type;
    const unit = typeof value === "number" && type?.kind === "number" ? type.unit.symbol : "";
    return `${printName(name)} = ${printLiteral(value)}${unit}`;
  });
  return entries.length === 0
    ? phrase("for example in the empty context")
    : `${phrase("for example")} ${entries.join(", ")}`;
}
