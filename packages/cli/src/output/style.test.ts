// When to colour: the option decides, then NO_COLOR, then FORCE_COLOR, then whether a terminal looks on.
import { describe, expect, test } from "vitest";
import { createStyle, wantsColor } from "./style.ts";

const terminal = { isTerminal: true, columns: 80, write: async () => {} };
const pipe = { ...terminal, isTerminal: false };

describe("wantsColor", () => {
  test("obeys the option before all else", () => {
    expect(wantsColor("always", { NO_COLOR: "1" }, pipe)).toBe(true);
    expect(wantsColor("never", { FORCE_COLOR: "1" }, terminal)).toBe(false);
  });

  test("obeys the environment before the terminal", () => {
    expect(wantsColor("auto", { NO_COLOR: "1" }, terminal)).toBe(false);
    expect(wantsColor("auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, terminal)).toBe(false);
    expect(wantsColor("auto", { FORCE_COLOR: "1" }, pipe)).toBe(true);
    expect(wantsColor("auto", { FORCE_COLOR: "0" }, terminal)).toBe(false);
    expect(wantsColor("auto", { TERM: "dumb" }, terminal)).toBe(false);
  });

  test("colours terminals, and nothing else", () => {
    expect(wantsColor("auto", { NO_COLOR: "" }, terminal)).toBe(true);
    expect(wantsColor("auto", {}, pipe)).toBe(false);
  });
});

test("styles nest, and vanish without colours", () => {
  const { bold, red } = createStyle(true);
  expect(red(bold("x"))).toBe("\u001b[31m\u001b[1mx\u001b[22m\u001b[39m");
  expect(createStyle(false).red("x")).toBe("x");
});
