// What a session asks, and which answers it lets through.
import type { DecideAnswer, DecideParameters } from "@omega/language-server";
import { openServiceDocument, viewDecision } from "@omega/service";
import { beforeEach, expect, test } from "vitest";
import {
  type ContextChoice,
  createDecisionSession,
  type DecisionSession,
} from "../../src/decision-view/decision-session.ts";

const policy =
  "INTENT: x\nCONTEXT:\n- A: <m>\nRULE:\n- IF A < 1m THEN B UNKNOWN C\nEXAMPLE near:\n- GIVEN A = 3m\n- EXPECT NOTHING\n";

/** Questions that wait for the test to answer them. */
interface Question {
  readonly parameters: DecideParameters;
  readonly answer: (version?: number) => Promise<void>;
}

let questions: Question[] = [];
let version = 1;
let shows = 0;
let file: string | null = null;
let text = policy;
beforeEach(() => {
  questions = [];
  version = 1;
  shows = 0;
  text = policy;
  file = '{"A": 2}';
});

function open(choice: ContextChoice): DecisionSession {
  return createDecisionSession("file:///p.omni", "p.omni", choice, {
    decide: (parameters) =>
      new Promise<DecideAnswer>((resolve) => {
        const answer = async (of = version): Promise<void> => {
          const options = { file: "p.omni" };
          const document = openServiceDocument({ uri: parameters.uri, version: of, text, options });
          resolve({ ...viewDecision(document, parameters), addresses: {} });
          await settle();
        };
        questions.push({ parameters, answer });
      }),
    readContext: () => Promise.resolve(file),
    version: () => version,
    present: () => "2026-05-01T08:00:00.000Z",
    changed: () => shows++,
  });
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

/** The names of the actions that are shown. */
function actionsOf(session: DecisionSession): readonly string[] | null {
  return session.shown()?.actions.map((action) => action.text) ?? null;
}

const nothingKnown: ContextChoice = { kind: "empty" };

test("an edit is decided on, and what came before it is not shown any more", async () => {
  const session = open(nothingKnown);
  void session.refresh();
  await settle();
  void session.edit("A", "50cm");
  await settle();
  const [first, second] = questions;
  expect(second?.parameters).toMatchObject({ context: "{}", edits: { A: "50cm" } });
  await second?.answer();
  expect(actionsOf(session)).toEqual(["B"]);
  await first?.answer();
  expect(actionsOf(session)).toEqual(["B"]);
  expect(shows).toBe(1);
});

test("an answer about a text that is gone is dropped", async () => {
  const session = open(nothingKnown);
  void session.refresh();
  await settle();
  version = 2;
  await questions[0]?.answer(1);
  expect(session.answer()).toBeNull();
  expect(shows).toBe(0);
});

test("a file is read for every question, and one that is gone is said", async () => {
  const session = open({ kind: "file", uri: "file:///day.json", name: "day.json" });
  void session.refresh();
  await settle();
  expect(questions[0]?.parameters).toMatchObject({
    context: '{"A": 2}',
    now: "2026-05-01T08:00:00.000Z",
  });
  await questions[0]?.answer();
  file = null;
  void session.refresh();
  await settle();
  await questions[1]?.answer();
  expect(session.answer()).toMatchObject({
    kind: "undecidable",
    message: "`day.json` cannot be read",
  });
  expect(session.model().last?.actions).toEqual([]);
});

test("another context begins without the edits; a reset takes them back one by one", async () => {
  const session = open({ kind: "samples" });
  void session.edit("A", "1");
  void session.edit("B", "2");
  void session.reset("A");
  expect(session.model().edited).toEqual(["B"]);
  void session.setClock("");
  await settle();
  expect(questions.at(-1)?.parameters).toMatchObject({ context: { samples: true }, now: null });
  void session.choose({ kind: "example", id: "1:near", title: "near" });
  await settle();
  expect(session.model()).toMatchObject({
    edited: [],
    isClockEdited: false,
    contextName: "EXAMPLE near",
  });
  // An example brings its own clock, or none.
  expect(questions.at(-1)?.parameters).toMatchObject({ context: { example: "1:near" }, now: null });
});

test("while the document has errors the values of its example stay", async () => {
  const session = open({ kind: "example", id: "1:near", title: "near" });
  void session.refresh();
  await settle();
  await questions[0]?.answer();
  text = policy.replace("A < 1m", "A <");
  version = 2;
  void session.edit("A", "4m");
  await settle();
  await questions[1]?.answer();
  expect(session.answer()).toMatchObject({ kind: "undecidable", inputs: [{ text: "4m" }] });
  expect(session.model().last).not.toBeNull();
});
