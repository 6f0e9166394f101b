// The law of the document handle: after any edits it says what a check of the whole text says.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CompileOptions, check, openDocument, parse, positionAt } from "@omega/core";
import { readExamplePolicies, readTextBelow } from "@omega/testkit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Draw, drawn } from "../../packages/testkit/src/generate/draw.ts";
import { drawPolicy } from "../../packages/testkit/src/generate/policies/policies.ts";

const seed = 20_261_121;
const root = join(fileURLToPath(new URL("../..", import.meta.url)), "examples");
const examples = readExamplePolicies(root);

interface Slip {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface EditScript {
  readonly text: string;
  readonly imported: ReadonlyMap<string, string>;
  readonly strict: boolean;
  readonly edits: readonly Slip[];
}

const insertions = [
  "x",
  " ",
  "1",
  ".",
  "\n",
  "\r",
  "\n- ",
  "\n- LET Limit = 4\n",
  "\n- IF Limit > 3 THEN Alert\n",
  "\n- SET Limit = Limit + 1\n",
  "\n- FAILSAFE THEN StopMachine\n",
  "\nRULE:\n",
  "\nCONTEXT:\n",
  "\n- Safety: NEVER Alert WHEN Limit > 2\n",
  "\n- FOR x IN xs\n",
  "{",
  "}",
  "(",
  '"',
  "`",
  "#",
  " // ",
  "// omega-ignore OM4067: it is meant\n",
  " AND ",
  " THEN ",
  "NOT ",
  "5m",
  "%",
  "ß",
  "\ud800",
  "\u202e",
];

/** What a hand does to a text: a character typed or gone, a word replaced, a line copied, moved or gone. */
function drawSlip(draw: Draw, text: string): Slip {
  const at = draw.whole(text.length);
  const words = [...text.matchAll(/\w+/g)];
  const lines = [...text.matchAll(/^.*\n?/gm)].filter(([line]) => line !== "");
  return draw.weighted<Slip>([
    [4, () => ({ start: at, end: at, text: draw.pick(insertions) })],
    [4, () => ({ start: at, end: Math.min(text.length, at + 1), text: "" })],
    [1, () => ({ start: at, end: Math.min(text.length, at + draw.whole(60)), text: "" })],
    [
      4,
      () => {
        const old = words[draw.whole(Math.max(0, words.length - 1))];
        const other = words[draw.whole(Math.max(0, words.length - 1))];
        const start = old?.index ?? 0;
        return { start, end: start + (old?.[0].length ?? 0), text: other?.[0] ?? "x" };
      },
    ],
    [
      3,
      () => {
        const line = lines[draw.whole(Math.max(0, lines.length - 1))];
        const before = lines[draw.whole(Math.max(0, lines.length - 1))]?.index ?? 0;
        return { start: before, end: before, text: line?.[0] ?? "\n" };
      },
    ],
    [
      2,
      () => {
        const line = lines[draw.whole(Math.max(0, lines.length - 1))];
        const start = line?.index ?? 0;
        return { start, end: start + (line?.[0].length ?? 0), text: "" };
      },
    ],
  ]);
}

/** Edits one after another; some are taken back at once. */
function drawEdits(draw: Draw, text: string, most: number): readonly Slip[] {
  let current = text;
  return draw
    .list(1, most, () => {
      const slip = drawSlip(draw, current);
      const gone = current.slice(slip.start, slip.end);
      const back = { start: slip.start, end: slip.start + slip.text.length, text: gone };
      if (draw.chance(1, 3)) return [slip, back];
      current = applied(current, slip);
      return [slip];
    })
    .flat();
}

function applied(text: string, { start, end, text: inserted }: Slip): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

function holds({ text, imported, strict, edits }: EditScript, file: string): void {
  const options: CompileOptions = {
    file,
    load: (path) => imported.get(path) ?? readOrNull(path),
    settings: { strict },
    today: "2026-11-21",
  };
  const handle = openDocument(text, options);
  expect(handle.diagnostics()).toEqual(check(text, options));
  let current = text;
  for (const edit of edits) {
    const { source } = parse(current, file);
    const range = { start: positionAt(source, edit.start), end: positionAt(source, edit.end) };
    handle.update(range, edit.text);
    current = applied(current, edit);
    expect(handle.source()).toEqual(parse(current, file).source);
    expect(handle.document()).toEqual(parse(current, file).document);
    expect(handle.diagnostics()).toEqual(check(current, options));
  }
}

function readOrNull(path: string): string | null {
  return path.endsWith(".omni") ? readTextBelow(root, path) : null;
}

test("incremental equals full: generated policies", { timeout: 120_000 }, () => {
  const scripts = drawn(4, (draw): EditScript => {
    const { text, imported } = drawPolicy(draw);
    return { text, imported, strict: draw.chance(1, 3), edits: drawEdits(draw, text, 12) };
  });
  fc.assert(
    fc.property(scripts, (script) => holds(script, "policy.omni")),
    { seed, numRuns: Number(process.env.OMEGA_LAW_RUNS ?? 20) },
  );
});

test("incremental equals full: example policies", { timeout: 120_000 }, () => {
  const scripts = drawn(8, (draw) => {
    const { text, file } = draw.pick(examples);
    const edits = drawEdits(draw, text, 12);
    return { file, script: { text, imported: new Map(), strict: draw.chance(1, 3), edits } };
  });
  fc.assert(
    fc.property(scripts, ({ file, script }) => holds(script, file)),
    { seed, numRuns: Number(process.env.OMEGA_LAW_RUNS ?? 12) },
  );
});
