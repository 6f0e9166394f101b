// Laws of the editor features, on any text: they answer wherever the cursor is, and an edited document like a fresh one.
import {
  anyTexts,
  applyEdit,
  type Draw,
  type DrawnEdit,
  drawEdits,
  drawn,
  drawWellFormed,
  expectSame,
  type Law,
  law,
  mutate,
  type WrittenText,
} from "@omega/testkit/laws";
import * as fc from "fast-check";
import { openServiceDocument, type ServiceDocument, toRange, workspaceOf } from "../src/index.ts";
import { everyAnswer, expectSound } from "./every-feature.ts";

/** A document, opened as a policy or its examples as a suite of it, and places to try: shares of the text's length. */
type Place = readonly [written: WrittenText, asSuite: boolean, places: readonly number[]];

const placesOf = (size: number): fc.Arbitrary<Place> =>
  fc.tuple(
    anyTexts(size),
    fc.boolean(),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 4 }),
  );

const answersEverywhere = law(
  {
    name: "features-answer-anywhere",
    statement: "every editor feature answers at every place of every text, by ranges that it has",
    cases: 24,
  },
  placesOf,
  ([{ text }, asSuite, places]) => {
    for (const share of places) {
      const offset = Math.round(share * text.length);
      // In the middle of the document, and at its end while it is typed.
      for (const written of [text, text.slice(0, offset)]) {
        const [document, ...others] = asSuite ? openSuite(written) : [open("a.omni", written)];
        if (document === undefined) continue;
        const at = reachable(document.source.text, offset);
        expectSound(document, at, everyAnswer(document, workspaceOf([document, ...others]), at));
      }
    }
  },
);

interface EditedText {
  readonly text: string;
  readonly edits: readonly DrawnEdit[];
}

function drawEditedText(draw: Draw): EditedText {
  const written = drawWellFormed(draw);
  const text = draw.weighted([
    [3, () => written],
    [1, () => mutate(draw, written)],
    [1, () => written.replaceAll("\n", "\r\n")],
  ]);
  return { text, edits: drawEdits(draw, text, 8) };
}

const editedLikeFresh = law(
  {
    name: "features-of-edited-documents",
    statement: "every editor feature says of an edited document what it says of a fresh one",
    cases: 10,
  },
  (size) => drawn(size, drawEditedText),
  ({ text, edits }) => {
    const edited = open("a.omni", text);
    let current = edited.source.text;
    for (const edit of edits) {
      // What is asked before an edit must not be told after it.
      everyAnswer(edited, workspaceOf([edited]), Math.min(edit.start, current.length));
      const end = Math.min(edit.end, current.length);
      const start = Math.min(edit.start, end);
      const range = toRange(edited.source, { start, end });
      edited.update([{ range, text: edit.text }], edited.version + 1);
      current = applyEdit(current, { ...edit, start, end });
      // A place inside a line break is taken to its line's end.
      if (edited.source.text !== current) current = edited.source.text;
      const fresh = open("a.omni", current, edited.version);
      const at = reachable(current, start + edit.text.length);
      expectSame(
        everyAnswer(edited, workspaceOf([edited]), at),
        everyAnswer(fresh, workspaceOf([fresh]), at),
        current,
      );
    }
  },
);

/** The nearest offset in a text that an editor's cursor can be at: not inside a line break of two characters. */
function reachable(text: string, offset: number): number {
  const within = Math.min(offset, text.length);
  const isInside = text.charAt(within - 1) === "\r" && text.charAt(within) === "\n";
  return isInside ? within - 1 : within;
}

function openSuite(text: string): readonly ServiceDocument[] {
  const from = Math.max(0, text.search(/^EXAMPLE\b/m));
  const suite = `EXAMPLES FOR "a.omni":\n\n${text.slice(from)}`;
  const load = (path: string): string | null => (path === "a.omni" ? text : null);
  return [open("a.test.omni", suite, 1, load), open("a.omni", text)];
}

function open(
  file: string,
  text: string,
  version = 1,
  load: (path: string) => string | null = () => null,
): ServiceDocument {
  return openServiceDocument({
    uri: `file:///project/${file}`,
    version,
    text,
    options: { file, load, today: "2026-11-21" },
  });
}

export const serviceLaws: readonly Law[] = [answersEverywhere, editedLikeFresh];
