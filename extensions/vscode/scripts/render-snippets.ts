// The snippets file, made from the pieces that completion offers as well.
import { clauseSnippets, exampleSnippets, type PolicySnippet, ruleSnippets } from "@omega/service";
import type { RenderedFile } from "./render-textmate-grammar.ts";

/** What a whole document begins as. */
const documentSnippet: PolicySnippet = {
  label: "policy",
  about: "a document with every section that it needs",
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the syntax of snippets
  body: [
    "INTENT: ${1:what the system is for}",
    "",
    "ACTOR:",
    "- Primary: ${2:Role} MAY ${3:Action}",
    "",
    "CONTEXT:",
    "- ${4:Attribute}: <${5:m}>",
    "",
    "RULE:",
    "- ${6:Label}: IF ${4:Attribute} < ${7:1m} THEN ${3:Action} UNKNOWN ${3:Action}",
    "",
    "CONSTRAINT:",
    "- Safety: ${8:what must hold in any case}",
    "",
    "IMPACT:",
    "- Benefit: ${9:what it brings}",
    "- Risk: ${10:what it may cost}",
    "",
    "TRACE:",
    "- Regulation [${6:Label}]: ${11:regulation}",
    "",
    "EXAMPLE ${12:what is shown}:",
    "- GIVEN ${4:Attribute} = ${13:0.5m}",
    "- EXPECT ${3:Action}",
    "$0",
  ].join("\n"),
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the syntax of snippets
};

/** snippets/omega.json, each piece by the words it begins with. */
export function renderSnippets(): RenderedFile {
  const withBullet = [...ruleSnippets, ...exampleSnippets].map((snippet) => ({
    ...snippet,
    body: `- ${snippet.body}`,
  }));
  const constraints = clauseSnippets.map((snippet) => ({
    ...snippet,
    body: `- \${1|Safety,Legal,Ethical,Technical|}: ${renumber(snippet.body)}`,
  }));
  const entries = [documentSnippet, ...withBullet, ...constraints].map(({ label, body, about }) => [
    label,
    { prefix: label, body: body.split("\n"), description: about },
  ]);
  const content = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
  return { path: "snippets/omega.json", content };
}

/** The places to fill in one later, because the kind of constraint comes first. */
function renumber(body: string): string {
  return body.replace(/\$\{(\d+)/g, (_, place: string) => `\${${Number(place) + 1}`);
}
