// The English texts that the command line's source passes to its readers, found in the source itself: what commands
// declare for their help, what they give up with, note and complain of, and what is looked up as a phrase.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type ESTree, parseSync, Visitor } from "vite";

const folder = fileURLToPath(new URL("../src/", import.meta.url));

export interface SpokenText {
  /** Where it is said, from the source folder: `commands/check.ts`. */
  readonly file: string;
  /** With `{}` where something is put in. */
  readonly text: string;
}

/** Every such text, once for each file. */
export function spokenTexts(): readonly SpokenText[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .filter((name) => !name.startsWith("locales"))
    .sort()
    .flatMap((name) => textsOf(join(folder, name)))
    .filter(({ text }) => /[a-z]{2}/.test(text.replaceAll("{}", "")));
}

const declared = ["summary", "meaning", "description"];
const said = ["note", "complain", "phrase"];

function textsOf(path: string): readonly SpokenText[] {
  const texts = new Set<string>();
  const source = readFileSync(path, "utf8");
  const add = (node: ESTree.Node): void => {
    for (const text of literalsIn(node)) {
      for (const line of text.split("\n")) if (line.trim() !== "") texts.add(line.trim());
    }
  };
  new Visitor({
    Property({ key, value }) {
      if (key.type === "Identifier" && declared.includes(key.name)) add(value);
    },
    NewExpression({ callee, arguments: given }) {
      if (callee.type === "Identifier" && callee.name === "Failure") given.forEach(add);
    },
    CallExpression({ callee, arguments: [first] }) {
      const name =
        callee.type === "Identifier"
          ? callee.name
          : callee.type === "MemberExpression" && callee.property.type === "Identifier"
            ? callee.property.name
            : "";
      if (first === undefined) return;
      if (said.includes(name)) add(first);
      if (name === "unknownName") for (const what of literalsIn(first)) texts.add(`${what} \`{}\``);
    },
  }).visit(parseSync(path, source).program);
  return [...texts].map((text) => ({ file: relative(folder, path), text }));
}

/** String and template literals in an expression, but for those that are themselves arguments or parts of others. */
function literalsIn(node: ESTree.Node): readonly string[] {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? [node.value] : [];
    case "TemplateLiteral":
      return [node.quasis.map(({ value }) => value.cooked ?? "").join("{}")];
    case "ConditionalExpression":
      return [...literalsIn(node.consequent), ...literalsIn(node.alternate)];
    case "ArrayExpression":
      return node.elements.flatMap((element) => (element === null ? [] : literalsIn(element)));
    default:
      return [];
  }
}
