// The state of a REPL and what lines do to it, apart from where they come from.
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import {
  type Decision,
  describeType,
  type Example,
  explainDecision,
  type JsonValue,
  parseInstant,
  typeSource,
  withGivens,
} from "@omega/core";
import { Failure, printFailure, unknownName } from "../failure.ts";
import { compileDocument, openSingleDocument } from "../input/open-document.ts";
import { complainOfErrors, type Runnable } from "../input/open-runnable.ts";
import { readAssignments } from "../input/read-assignments.ts";
import { readContext } from "../input/read-context.ts";
import { writeOutput } from "../input/write-file.ts";
import { displayWidth, visible } from "../output/display-text.ts";
import { printDecision } from "../output/print-decision.ts";
import { printExplanation } from "../output/print-explanation.ts";
import { printValue } from "../output/print-value.ts";
import { wrapIndented } from "../output/wrap-text.ts";
import type { Session } from "../session.ts";
import { completeLine, type LineCompletion } from "./complete-line.ts";
import { printChange } from "./print-change.ts";
import { type ReplCommandName, replCommands } from "./repl-commands.ts";
import { splitAssignments } from "./split-assignments.ts";

export type JsonRecord = { readonly [name: string]: JsonValue };

/** A conversation about one policy. */
export interface Repl {
  /** Prints the decision as it is. */
  readonly greet: () => Promise<void>;
  /**
   * Does what a line says and prints what comes of it. Throws a `Failure` for a line that cannot be done, after which all
   * is as it was.
   */
  readonly execute: (line: string) => Promise<"go on" | "quit">;
  readonly complete: (line: string) => LineCompletion;
}

type Given = Example["givens"][number];

interface State {
  readonly opened: Runnable;
  /** What values are laid over. */
  readonly base: JsonRecord;
  /** By path. */
  readonly values: ReadonlyMap<string, Value>;
  /** Null lets the clock run. */
  readonly now: string | null;
}

interface Value {
  readonly given: Given;
  /** As it was typed. */
  readonly text: string;
}

interface Decided {
  readonly context: JsonRecord;
  readonly decision: Decision;
}

/** A conversation that begins with these values over this context. Throws a `Failure` for a value that does not fit. */
export function createRepl(
  session: Session,
  opened: Runnable,
  {
    base,
    set,
    now,
  }: { readonly base: JsonRecord; readonly set: readonly string[]; readonly now: string | null },
): Repl {
  let state: State = withValues({ opened, base, values: new Map(), now }, set);
  let shown: Decision | null = null;
  /** Files that this conversation has read or written, and so may write again. */
  const known = new Set<string>();

  function withValues(before: State, texts: readonly string[]): State {
    const { document } = before.opened;
    const values = new Map(before.values);
    for (const text of texts) {
      for (const given of readAssignments(session, document, [text], "")) {
        values.set(keyOf(given.path), { given, text });
      }
    }
    return { ...before, values };
  }

  function decide({ opened: { policy, program }, base: below, values, now: at }: State): Decided {
    const instant = at ?? new Date(session.host.now()).toISOString();
    const givens = [...values.values()].map(({ given }) => given);
    const context = withGivens(program, below, givens, instant);
    if (typeof context === "string") throw new Failure(context);
    return { context, decision: policy.evaluate(context, { now: instant, trace: true }) };
  }

  /** Takes a new state, unless it cannot be decided on, and shows what that changes. */
  async function change(next: State): Promise<"go on"> {
    const { decision } = decide(next);
    const { program } = next.opened;
    state = next;
    await session.print(printChange(shown, decision, program, session.style, session.width));
    shown = decision;
    return "go on";
  }

  async function print(text: string): Promise<"go on"> {
    await session.print(text.endsWith("\n") ? text : `${text}\n`);
    return "go on";
  }

  async function explain(action: string): Promise<"go on"> {
    const { program } = state.opened;
    const names = program.actions.map(({ name }) => name);
    if (action !== "" && !names.includes(action)) {
      throw await unknownName("no rule takes", action, names);
    }
    const explanation = explainDecision(
      program,
      decide(state).decision,
      action === "" ? {} : { action },
    );
    return print(printExplanation(explanation, session.style, session.width));
  }

  function trace(): Promise<"go on"> {
    const { style, width } = session;
    const { program } = state.opened;
    return print(printDecision(decide(state).decision, { style, width, withTrace: true, program }));
  }

  async function load(file: string): Promise<"go on"> {
    if (file === "" || file === "-") throw new Failure("`:load` needs a file");
    const loaded = await readContext(session, file);
    if (!isRecord(loaded)) throw new Failure(`\`${file}\` holds no object`);
    known.add(resolve(session.host.folder, file));
    return change({ ...state, base: loaded, values: new Map() });
  }

  async function save(file: string, over: boolean): Promise<"go on"> {
    if (file === "" || file === "-") throw new Failure("`:save` needs a file");
    const location = resolve(session.host.folder, file);
    if (existsSync(location) && !over && !known.has(location)) {
      throw new Failure(`\`${file}\` exists already`, `write over it with \`:save! ${file}\``);
    }
    const text = `${JSON.stringify(decide(state).context, null, 2)}\n`;
    const complaint = writeOutput(location, file, text);
    if (complaint !== null) throw new Failure(complaint);
    known.add(location);
    await session.note(`wrote ${file}\n`);
    return "go on";
  }

  function unset(names: readonly string[]): Promise<"go on"> {
    if (names.length === 0) throw new Failure("`:unset` needs a name");
    const values = new Map(state.values);
    let below = state.base;
    for (const name of names) {
      const [given] = readAssignments(session, state.opened.document, [`${name} = null`], "");
      const path = given?.path ?? [name];
      const [top] = path;
      const within = [...values].filter(([, value]) => startsWith(value.given.path, path));
      const isBelow = path.length === 1 && typeof top === "string" && Object.hasOwn(below, top);
      if (within.length === 0 && !isBelow) throw new Failure(`\`${name}\` has no value`);
      for (const [key] of within) values.delete(key);
      if (isBelow) {
        below = Object.fromEntries(Object.entries(below).filter(([key]) => key !== top));
      }
    }
    return change({ ...state, base: below, values });
  }

  async function reload(): Promise<"go on"> {
    const { file } = state.opened.document;
    if (file.location === null) throw new Failure("stdin cannot be read again");
    const document = await openSingleDocument(session, file);
    const policy = compileDocument(document);
    if (policy.program === null) {
      await complainOfErrors(session, document, policy);
      throw new Failure("the policy stays as it was");
    }
    let next: State = {
      ...state,
      opened: { document, policy, program: policy.program },
      values: new Map(),
    };
    for (const { text } of state.values.values()) {
      try {
        next = withValues(next, [text]);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        await session.complain(printFailure(error));
      }
    }
    return change(next);
  }

  /** What each attribute is now, and may be. */
  function attributes(wanted: (name: string) => boolean): Promise<"go on"> {
    const { context } = decide(state);
    const rows = state.opened.program.attributes
      .filter(({ name }) => wanted(name))
      .map(({ name, type }) => {
        const value = Object.hasOwn(context, name) ? (context[name] ?? null) : null;
        const now = value === null ? session.style.phrase("no value") : printValue(value);
        return { name, now: visible(now), type: typeSource(type) ?? describeType(type) };
      });
    const [names, values] = [rows.map(({ name }) => name), rows.map(({ now }) => now)].map(
      (column) => Math.max(0, ...column.map(displayWidth)),
    );
    const pad = (text: string, width = 0): string =>
      text + " ".repeat(Math.max(0, Math.min(width, WIDEST_VALUE) - displayWidth(text)));
    const { dim } = session.style;
    return print(
      rows
        .map(
          ({ name, now, type }) =>
            `  ${pad(name, names)}  ${pad(now, values)}  ${dim(`<${type}>`)}\n`,
        )
        .join(""),
    );
  }

  function help(): Promise<"go on"> {
    const { width, style } = session;
    const { phrase } = style;
    const column = Math.max(...replCommands.map(({ usage }) => usage.length)) + 4;
    const lines = [
      `  ${"Distance = 0.4m, Mode = manual".padEnd(column)}\n${" ".repeat(column)}${phrase("set values, and see what changes")}`,
      ...replCommands.map(
        ({ usage, summary }) =>
          `  ${usage.padEnd(column - 2)}${wrapIndented(phrase(summary), width, column)}`,
      ),
    ];
    return print(lines.map((line) => `${line}\n`).join(""));
  }

  async function command(line: string): Promise<"go on" | "quit"> {
    const [word = "", ...words] = line.split(/\s+/);
    const rest = line.slice(word.length).trim();
    switch (await findCommand(word.replace(/!$/, ""))) {
      case ":explain":
        return explain(rest);
      case ":trace":
        return trace();
      case ":context":
        return print(JSON.stringify(decide(state).context, null, 2));
      case ":attributes":
        return attributes(() => true);
      case ":load":
        return load(rest);
      case ":save":
        return save(rest, word.endsWith("!"));
      case ":unset":
        return unset(words.map((name) => name.replace(/,$/, "")));
      case ":reset":
        return change({ ...state, values: new Map() });
      case ":now": {
        if (rest !== "" && parseInstant(rest) === null) {
          throw new Failure(`\`${rest}\` is no instant`, "write it like 2026-05-01T08:00:00Z");
        }
        return change({ ...state, now: rest === "" ? null : rest });
      }
      case ":reload":
        return reload();
      case ":help":
        return help();
      case ":quit":
        return "quit";
    }
  }

  return {
    greet: async () => void (await change(state)),
    execute: async (line) => {
      const text = line.trim();
      if (text === "" || text.startsWith("#")) return "go on";
      if (text.startsWith(":")) return command(text);
      if (state.opened.program.attributes.some(({ name }) => name === text)) {
        return attributes((name) => name === text);
      }
      if (!text.includes("=")) {
        throw new Failure(
          `\`${text}\` is no assignment and no command`,
          "write `Name = value`, or :help",
        );
      }
      return change(withValues(state, splitAssignments(text)));
    },
    complete: (line) =>
      completeLine(line, state.opened.program, (typed) => filesBeginning(typed, session)),
  };
}

const WIDEST_VALUE = 30;

/** The command of this name, or the one that begins with it. */
async function findCommand(word: string): Promise<ReplCommandName> {
  const names = replCommands.map(({ name }) => name);
  const exact = names.find((name) => name === word);
  if (exact !== undefined) return exact;
  const [only, another] = word.length < 2 ? [] : names.filter((name) => name.startsWith(word));
  if (only !== undefined && another === undefined) return only;
  throw await unknownName("there is no command", word, names);
}

function filesBeginning(typed: string, { host }: Session): readonly string[] {
  const folder = typed.endsWith("/") ? typed : dirname(typed);
  const start = typed.endsWith("/") ? "" : basename(typed);
  try {
    return readdirSync(resolve(host.folder, folder), { withFileTypes: true })
      .filter(({ name }) => name.startsWith(start))
      .map((entry) => {
        const path = /^\.?$/.test(folder) ? entry.name : join(folder, entry.name);
        return entry.isDirectory() ? `${path}/` : path;
      })
      .sort();
  } catch {
    return [];
  }
}

function keyOf(path: Given["path"]): string {
  return JSON.stringify(path);
}

function startsWith(path: Given["path"], beginning: Given["path"]): boolean {
  return beginning.every((step, index) => path[index] === step);
}

/** Whether a JSON value is an object. */
export function isRecord(value: JsonValue): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
