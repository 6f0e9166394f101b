// The words of a policy's page in another language have the places of the English ones, and leave none out.
import { describe, expect, test } from "vitest";
import { englishWording } from "../../src/describe/wording.ts";
import { indonesianWording } from "../../src/locales/id/wording.ts";

type Place = readonly [key: string, text: string];

/** Every text of a table with its key, `page.footer.made`. */
function textsOf(table: object, prefix = ""): readonly Place[] {
  return Object.entries(table).flatMap(([key, value]): readonly Place[] =>
    typeof value === "string"
      ? [[`${prefix}${key}`, value]]
      : textsOf(Object(value), `${prefix}${key}.`),
  );
}

const holesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

describe("Bahasa Indonesia", () => {
  const english = textsOf(englishWording);
  const indonesian = new Map(textsOf(indonesianWording));

  test.each(english)("%s has the places of the English", (key, text) => {
    expect(holesOf(indonesian.get(key) ?? "")).toEqual(holesOf(text));
  });

  test("sentences are translated", () => {
    const sentence = /[a-z]+ [a-z]+ [a-z]+/;
    const same = english.filter(
      ([key, text]) => sentence.test(text) && indonesian.get(key) === text,
    );
    expect(same).toEqual([]);
  });
});
