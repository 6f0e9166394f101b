// Every construct of the language is shown by an example: the map from constructs to examples, printed, without a gap.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "@omega/core";
import { constructs, constructsIn } from "@omega/testkit";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../examples/", import.meta.url));
const width = 80;

const examples = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, uses: constructsOfFolder(join(root, name)) }));

test("every construct has an example", () => {
  const rows = [...constructs].flatMap(([part, names]) => [
    `\n${part}`,
    ...names.map((name) => row(name, usersOf(name))),
  ]);
  console.log(rows.join("\n"));
  const gaps = [...constructs.values()].flat().filter((name) => usersOf(name).length === 0);
  expect(gaps).toEqual([]);
});

function constructsOfFolder(folder: string): ReadonlySet<string> {
  const documents = readdirSync(folder).filter((name) => name.endsWith(".omni"));
  return new Set(
    documents.flatMap((name) => [
      ...constructsIn(parse(readFileSync(join(folder, name), "utf8")).document),
    ]),
  );
}

function usersOf(construct: string): readonly string[] {
  return examples.filter(({ uses }) => uses.has(construct)).map(({ name }) => name);
}

/** `  WHERE ............ city-traffic, factory-safety +4` */
function row(construct: string, users: readonly string[]): string {
  const head = `  ${construct} `.padEnd(32, ".");
  let shown = users.length;
  const text = (): string => {
    const names = users.slice(0, shown).join(", ");
    return `${head} ${names}${shown < users.length ? ` +${users.length - shown}` : ""}`;
  };
  while (shown > 1 && text().length > width) shown--;
  return users.length === 0 ? `${head} none` : text();
}
