// Numbers that people write: few digits, and near the ones that their policy names.

/** The number, then its neighbours on either side, nearest first: one in its last digit, a tenth, the next round ones. */
export function numbersAround(number: number, integer: boolean): readonly number[] {
  const digits = decimalsOf(number);
  const last = 10 ** -digits;
  const leading = number === 0 ? 1 : 10 ** Math.floor(Math.log10(Math.abs(number)));
  const steps = [...new Set([leading / 10, last, leading])].filter((step) => !integer || step >= 1);
  const exact = (value: number): number => Number(value.toFixed(Math.min(20, digits + 3)));
  return [
    number,
    ...steps.flatMap((step) => [exact(number - step), exact(number + step)]),
    exact(number * 2),
    exact(number / 2),
  ];
}

/** How many digits stand behind the point. */
export function decimalsOf(number: number): number {
  const [, behind = "", exponent = "0"] =
    /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(`${number}`) ?? [];
  return Math.max(0, behind.length - Number(exponent));
}

/** How many digits say something: fewer are plainer. */
export function plainness(number: number): number {
  const [digits = ""] = `${Math.abs(number)}`.split("e");
  return Math.max(1, digits.replace(".", "").replace(/^0+|0+$/g, "").length);
}

/** Rounder and rounder numbers at or near `number`, plainest first, itself last. */
export function rounded(number: number): readonly number[] {
  const values: number[] = [];
  const magnitude = number === 0 ? 0 : Math.floor(Math.log10(Math.abs(number)));
  for (let place = magnitude; place >= magnitude - 6; place--) {
    const unit = 10 ** -place;
    const at = (round: (value: number) => number): number =>
      place >= 0 ? round(number / 10 ** place) * 10 ** place : round(number * unit) / unit;
    values.push(at(Math.round), at(Math.floor), at(Math.ceil));
  }
  return [...new Set([...values, number])].filter(Number.isFinite);
}
