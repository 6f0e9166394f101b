// The laws of the document handle: after any edits it says what a check of the whole text says, and knows what names mean.
import {
  type CompileOptions,
  check,
  compile,
  type Diagnostic,
  type DocumentHandle,
  localizeDiagnostic,
  type Meanings,
  openDocument,
  parse,
  positionAt,
  type Tree,
} from "@omega/core";
import { indonesian } from "@omega/core/locales/id";
import type * as fc from "fast-check";
import { type Draw, drawn } from "../generate/draw.ts";
import { applyEdit, type DrawnEdit, drawEdits } from "../generate/edits.ts";
import { drawImports, drawOtherImport } from "../generate/imports.ts";
import { mutate } from "../generate/mutations.ts";
import { drawPolicy } from "../generate/policies/policies.ts";
import { expectSame, expectThat, type Law, law } from "./law.ts";
import { drawWellFormed } from "./texts.ts";

/** A document, and what is done to it. */
interface EditScript {
  readonly text: string;
  readonly imported: ReadonlyMap<string, string>;
  readonly strict: boolean;
  readonly steps: readonly Step[];
}

/** An edit, and the text of an import that became another one before it. */
interface Step {
  readonly edit: DrawnEdit;
  readonly changed: readonly [path: string, text: string] | null;
}

function drawScript(draw: Draw): EditScript {
  const policy = drawPolicy(draw);
  const others = draw.chance(2, 3) ? drawImports(draw, policy.text) : null;
  const written = policy.text.replace(/^ACTOR/mu, `${others?.section ?? ""}ACTOR`);
  const imported = new Map([
    ...(others?.imported ?? []),
    ...policy.imported,
    ["cell.omni", written],
  ]);
  const text = draw.weighted([
    [4, () => written],
    [1, () => drawWellFormed(draw)],
    [1, () => mutate(draw, drawWellFormed(draw))],
    [1, () => written.replaceAll("\n", "\r\n")],
    [1, () => `\ufeff${written}`],
    [1, () => suite],
  ]);
  const steps = drawEdits(draw, text, 16).map((edit): Step => {
    const changed = others !== null && draw.chance(1, 4) ? drawOtherImport(draw, text) : null;
    return { edit, changed };
  });
  return { text, imported, strict: draw.chance(1, 3), steps };
}

/** A suite about the policy, as some of the others are edited into. */
const suite = `EXAMPLES FOR "cell.omni":

EXAMPLE warm:
- GIVEN Temp = 30C
- EXPECT Alert

EXAMPLE cold:
- GIVEN Temp = 3C, Other = 5m
- EXPECT NOT Alert
`;

const scripts = (size: number): fc.Arbitrary<EditScript> => drawn(size, drawScript);

/** Where its rule's parameters say places, those are of the moment it was made; what is said must be the same. */
function said(diagnostic: Diagnostic): unknown {
  const { parameters: _, related, ...others } = diagnostic;
  const { message, related: places } = localizeDiagnostic(diagnostic, indonesian);
  return {
    ...others,
    related: related.map(({ statement: _, ...place }) => place),
    inIndonesian: [message, ...places.map((place) => place.message)],
  };
}

/** Types an edit script into an open document, and looks at it before the first edit and after each. */
function followScript(
  { text, imported: before, strict, steps }: EditScript,
  look: (handle: DocumentHandle, text: string, options: CompileOptions) => void,
): void {
  const file = "policy.omni";
  const imported = new Map(before);
  const options: CompileOptions = {
    file,
    load: (path) => imported.get(path) ?? null,
    settings: { strict },
    today: "2026-11-21",
  };
  const handle = openDocument(text, options);
  let current = text;
  look(handle, current, options);
  for (const { edit, changed } of steps) {
    if (changed !== null) imported.set(...changed);
    const { source } = parse(current, file);
    const range = { start: positionAt(source, edit.start), end: positionAt(source, edit.end) };
    handle.update(range, edit.text);
    current = applyEdit(current, edit);
    // Nobody can put a cursor before a byte order mark.
    if (handle.source().text !== current) current = handle.source().text;
    expectThat(handle.source().text === current, "the text is the edited one");
    look(handle, current, options);
  }
}

function checkScript(script: EditScript): void {
  followScript(script, (handle, text, options) => {
    const parsed = parse(text, options.file);
    expectSame(handle.source().lineStarts, parsed.source.lineStarts, "lines");
    expectSame(handle.document(), parsed.document, "tree");
    expectSame(handle.diagnostics().map(said), check(text, options).map(said), text);
  });
}

/**
 * What names mean, apart from what is left open: who mentions an attribute, the order of attributes that one item uses
 * first, and numbers without a meaning. */
function meant(meanings: Meanings): unknown {
  const { attributes, locals, rules, actions, actors, constraints, effects } = meanings;
  const placed = ({ start, end, leadingComments, trailingComment, body }: Tree.Item): unknown => ({
    start,
    end,
    leadingComments,
    trailingComment,
    body,
  });
  return {
    attributes: [...attributes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { name, declaration, type, sample, default: standIn, evidence, firstUse }]) => ({
        key,
        name,
        declaration: declaration && { ...declaration, item: placed(declaration.item) },
        type,
        sample,
        standIn,
        evidence,
        firstUse,
      })),
    locals: locals.map(({ name, kind, type, declaration, scope }) => ({
      name,
      kind,
      type,
      declaration,
      scope,
    })),
    rules: rules.map(({ id, position, rule, item, parent, span, line }) => ({
      id,
      position,
      rule,
      item: placed(item),
      parent: parent && { id: parent.id, line: parent.line },
      span,
      line,
    })),
    actions: [...actions.values()].map(({ name, mentions }) => ({
      name,
      mentions: mentions.map(({ file, span, role, by }) => ({ file, span, role, by })),
    })),
    actors,
    constraints: constraints.map(({ id, constraint, item, place, line, imported }) => ({
      id,
      constraint,
      item: placed(item),
      place,
      line,
      imported,
    })),
    effects: effects.map(({ effect, item, place, line, imported }) => ({
      effect,
      item: placed(item),
      place,
      line,
      imported,
    })),
  };
}

function checkMeanings(script: EditScript): void {
  followScript(script, (handle, text, options) => {
    expectSame(meant(handle.meanings()), meant(compile(text, options).analysis), text);
  });
}

const equalsFull = law(
  {
    name: "incremental-equals-full",
    statement: "a document that was edited is told what its whole text is told",
    cases: 30,
  },
  scripts,
  checkScript,
);

const meansTheSame = law(
  {
    name: "meanings-equal-analysis",
    statement: "names in a document that was edited mean what they mean in its whole text",
    cases: 20,
  },
  scripts,
  checkMeanings,
);

export const incrementalLaws: readonly Law[] = [equalsFull, meansTheSame];
