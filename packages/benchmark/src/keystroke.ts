// From a keystroke to all diagnostics, in a large document, inside one process.
import { type DocumentHandle, openDocument, positionAt } from "@omega/core";
import { documentOf, importingDocumentOf } from "./documents.ts";
import type { Plan } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import { keystrokesOf, type Typing, typings } from "./typing.ts";

export interface KeystrokeFigures {
  readonly bytes: number;
  /** Nanoseconds, keystroke by keystroke, of all kinds. */
  readonly keystrokes: readonly number[];
  readonly kinds: readonly KeystrokesOfKind[];
  /** The same in a document that imports another. */
  readonly importing: {
    readonly bytes: number;
    readonly importedBytes: number;
    readonly keystrokes: readonly number[];
  };
}

interface KeystrokesOfKind {
  readonly kind: string;
  readonly keystrokes: readonly number[];
}

export function measureKeystrokes(plan: Plan): KeystrokeFigures {
  const document = documentOf(200_000, 1);
  const kinds = typeIn(openDocument(document), plan);
  const { text, imported } = importingDocumentOf(200_000, 1);
  const importing = openDocument(text, { load: (path) => imported.get(path) ?? null });
  return {
    bytes: Buffer.byteLength(document),
    keystrokes: kinds.flatMap(({ keystrokes }) => keystrokes),
    kinds,
    importing: {
      bytes: Buffer.byteLength(text),
      importedBytes: Buffer.byteLength([...imported.values()].join("")),
      keystrokes: typeIn(importing, plan).flatMap(({ keystrokes }) => keystrokes),
    },
  };
}

/** Types until the plan's keystrokes are done or their time is over; the first rounds over all kinds only warm up. */
function typeIn(handle: DocumentHandle, plan: Plan): readonly KeystrokesOfKind[] {
  const random = createRandom(1);
  handle.diagnostics();
  const times = new Map(typings.map(({ kind }): [string, number[]] => [kind, []]));
  for (let round = 0; round < warmUps; round++) {
    for (const typing of typings) type(handle, typing, random);
  }
  const end = Date.now() + plan.keystrokeMilliseconds;
  let count = 0;
  do {
    for (const typing of typings) {
      const measured = type(handle, typing, random);
      times.get(typing.kind)?.push(...measured);
      count += measured.length;
    }
  } while (count < plan.keystrokes && Date.now() < end);
  return [...times].map(([kind, keystrokes]) => ({ kind, keystrokes }));
}

const warmUps = 2;

/** Types at a random place, takes it back, and gives the nanoseconds of each keystroke. */
function type(handle: DocumentHandle, typing: Typing, random: Random): readonly number[] {
  return keystrokesOf(typing, handle.source().text, random).map(({ start, end, text }) => {
    const source = handle.source();
    const range = { start: positionAt(source, start), end: positionAt(source, end) };
    const begin = process.hrtime.bigint();
    handle.update(range, text);
    handle.diagnostics();
    return Number(process.hrtime.bigint() - begin);
  });
}
