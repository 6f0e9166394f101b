// What the registry says in English, as it is written: title, explanation and message of each code, with a hash that
// changes with any of them. A translation carries the hash of what it translates.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "vite";

const folder = fileURLToPath(new URL("../../src/diagnostics/", import.meta.url));

const translated = ["title", "explanation", "message"];

/** By code, the hash of the English that a translation has to follow: spaces and line breaks aside. */
export function hashesOfEnglish(): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    if (!/^om\d.*(?<!\.test)\.ts$/.test(name)) continue;
    const text = readFileSync(folder + name, "utf8");
    new Visitor({
      ObjectExpression({ properties }) {
        const said = new Map<string, string>();
        for (const property of properties) {
          if (property.type !== "Property" || property.key.type !== "Identifier") continue;
          said.set(property.key.name, text.slice(property.value.start, property.value.end));
        }
        const code = said.get("code");
        if (code === undefined || !said.has("explanation")) return;
        const english = translated.map((part) => said.get(part)?.replace(/\s+/g, " ") ?? "");
        const hash = createHash("sha256").update(english.join("\n")).digest("hex").slice(0, 8);
        hashes.set(JSON.parse(code), hash);
      },
    }).visit(parseSync(name, text).program);
  }
  return hashes;
}
