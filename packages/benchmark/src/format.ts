// Figures as people read them: two or three digits that mean something, thousands set apart.

/** `74 ns`, `3.1 µs`, `2.3 s`. */
export function formatDuration(nanoseconds: number): string {
  if (nanoseconds < 1e3) return `${formatNumber(nanoseconds)} ns`;
  if (nanoseconds < 1e6) return `${formatNumber(nanoseconds / 1e3)} µs`;
  if (nanoseconds < 1e9) return `${formatNumber(nanoseconds / 1e6)} ms`;
  return `${formatNumber(nanoseconds / 1e9)} s`;
}

/** `0.0061`, `0.83`, `2.1`, `37`, `1 480`, `36 000`. */
export function formatNumber(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.0995) return String(Number(value.toPrecision(2)));
  if (Math.abs(value) < 0.995) return value.toFixed(2);
  if (Math.abs(value) < 9.95) return value.toFixed(1);
  const digits = Math.max(0, String(Math.trunc(Math.abs(value))).length - 3);
  const rounded = Math.round(value / 10 ** digits) * 10 ** digits;
  return String(rounded).replaceAll(/\B(?=(\d{3})+$)/g, " ");
}
