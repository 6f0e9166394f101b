import { expect, test } from "vitest";
import { steppedNumber } from "../../src/decision-webview/stepped-number.ts";

test.each([
  ["0.4m", "ArrowUp", false, "0.5m"],
  ["0.9", "ArrowUp", false, "1.0"],
  ["1.0", "ArrowDown", false, "0.9"],
  ["20C", "ArrowDown", false, "19C"],
  ["20C", "ArrowDown", true, "10C"],
  ["0", "ArrowDown", false, "-1"],
  ["-1", "ArrowUp", false, "0"],
  ["0.1", "ArrowDown", false, "0.0"],
  ["-0.1", "ArrowUp", false, "0.0"],
  ["far", "ArrowUp", false, null],
  ["1", "Tab", false, null],
])("%s with %s is %s", (text, key, isLarge, stepped) => {
  expect(steppedNumber(text, key, isLarge)).toBe(stepped);
});
