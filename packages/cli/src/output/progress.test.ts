import { english } from "@omega/core";
import { expect, test } from "vitest";
import type { Host } from "../host.ts";
import { loadWords, type Words } from "../locales/words.ts";
import { createSession } from "../session.ts";
import { createProgress } from "./progress.ts";

interface Situation {
  readonly TERM?: string;
  readonly isTerminal?: boolean;
  readonly quiet?: boolean;
  readonly words?: Words;
}

/** What is drawn while `total` files are done, one every `milliseconds`: each line with its time, then the end. */
function drawings(total: number, milliseconds: number, situation: Situation = {}): string[] {
  const { TERM = "xterm", isTerminal = true, quiet = false, words = english } = situation;
  const drawn: string[] = [];
  let now = 0;
  const unused = (): never => {
    throw new Error("progress is a line on stderr");
  };
  const output = { isTerminal, columns: 80, write: unused };
  const host: Host = {
    environment: { TERM, NO_COLOR: "1" },
    folder: "/",
    stdin: unused,
    stdout: output,
    stderr: output,
    now: () => now,
    runtime: { version: "", platform: "", architecture: "", script: "" },
    drawStatus: (line) => drawn.push(`${now}: ${line}`),
    startThread: null,
    terminal: () => null,
  };
  const session = createSession(host, [], { config: null, color: "auto", quiet }, words);
  const progress = createProgress(session, "checking", total);
  for (let file = 1; file <= total; file++) {
    now += milliseconds;
    progress.advance();
  }
  progress.end();
  return drawn;
}

test("shows how far long work is, at most ten times a second", () => {
  expect(drawings(21, 40)).toEqual([
    "520: checking 13 of 21 files",
    "640: checking 16 of 21 files",
    "760: checking 19 of 21 files",
    "840: ",
  ]);
});

test("groups digits", () => {
  const drawn = drawings(1_234_567, 1);
  expect(drawn).toContain("1000: checking 1 000 of 1 234 567 files");
  expect(drawn[0]).toBe("500: checking 500 of 1 234 567 files");
});

test("speaks the reader's language", async () => {
  const words = await loadWords("id");
  expect(drawings(1_300, 1, { words })).toContain("1200: memeriksa 1 200 dari 1 300 berkas");
});

test("leaves short work alone", () => {
  expect(drawings(49, 10)).toEqual(["490: "]);
});

test.each<[string, Situation]>([
  ["a session that is quiet", { quiet: true }],
  ["anything but a terminal", { isTerminal: false }],
  ["a terminal that cannot draw over a line", { TERM: "dumb" }],
])("shows nothing on %s", (_, situation) => {
  expect(drawings(30, 100, situation)).toEqual(["3000: "]);
});
