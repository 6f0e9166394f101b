// Turning a number up and down with the arrow keys, by one of its last digit.

/**
 * The text with its number one step up or down; ten with Shift. `0.4m` goes to `0.5m`. Null where the key or the text is
 * none to step.
 */
export function steppedNumber(text: string, key: string, isLarge: boolean): string | null {
  const direction = key === "ArrowUp" ? 1 : key === "ArrowDown" ? -1 : 0;
  const [, digits, unit = ""] = /^\s*(-?\d+(?:\.\d+)?)(.*)$/s.exec(text) ?? [];
  if (direction === 0 || digits === undefined) return null;
  const decimals = digits.split(".")[1]?.length ?? 0;
  const step = (isLarge ? 10 : 1) * 10 ** -decimals;
  const stepped = (Number(digits) + direction * step).toFixed(decimals);
  return `${Number(stepped) === 0 ? stepped.replace("-", "") : stepped}${unit}`;
}
