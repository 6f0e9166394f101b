// How text for people is set: in which language, and in which colours and weights, if any.
import { english } from "@omega/core";
import type { Host, Output } from "../host.ts";
import type { Words } from "../locales/words.ts";

type Paint = (text: string) => string;

/** A language, and ways to set text apart. In English, and without colours, each gives the text back. */
export interface Style {
  readonly words: Words;
  /** A phrase in these words: what is for people passes through here, what is for programs does not. */
  readonly phrase: Words["phrase"];
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly cyan: Paint;
}

/** SGR codes that switch each on and off. */
export function createStyle(enabled: boolean, words: Words = english): Style {
  const paint = (on: number, off: number): Paint =>
    enabled ? (text) => (text === "" ? "" : `\u001b[${on}m${text}\u001b[${off}m`) : (text) => text;
  return {
    words,
    phrase: words.phrase,
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    blue: paint(34, 39),
    cyan: paint(36, 39),
  };
}

/** Whether to colour: `--color` decides, then NO_COLOR, then FORCE_COLOR, then whether a terminal looks on. */
export function wantsColor(
  choice: "auto" | "always" | "never",
  environment: Host["environment"],
  output: Output,
): boolean {
  if (choice !== "auto") return choice === "always";
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return TERM !== "dumb" && output.isTerminal;
}
