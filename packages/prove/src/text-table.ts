// Texts as whole numbers: those that the program names come first, every further number is some other text.

export interface TextTable {
  /** The number of a text that the program names; the same for the same text. */
  readonly numberOf: (text: string) => number;
  /** The text of a number; one that the program does not name for numbers it did not give. */
  readonly textOf: (number: number) => string;
}

export function createTextTable(): TextTable {
  const numbers = new Map<string, number>();
  return {
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    textOf(number) {
      const named = [...numbers.keys()][number];
      if (named !== undefined) return named;
      let other = `other text ${number - numbers.size + 1}`;
      while (numbers.has(other)) other = `${other}'`;
      return other;
    },
  };
}
