// Pieces of documents with places to fill in, for completion and for the extension's snippet file.

export interface PolicySnippet {
  readonly label: string;
  readonly body: string;
  readonly about: string;
}

/** What a rule may be. Behind the `-`. */
export const ruleSnippets: readonly PolicySnippet[] = [
  {
    label: "IF … THEN …",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    body: "${1:Label}: IF ${2:condition} THEN ${3:Action} UNKNOWN ${4:Action}",
    about: "actions under a condition",
  },
  {
    label: "FOR … IN …",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    body: "FOR ${1:element} IN ${2:List} {\n    - IF ${1:element}.${3:field} THEN ${4:Action}\n  }",
    about: "rules for each element of a list",
  },
  {
    label: "WHILE … MAX …",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    body: "WHILE ${1:condition} MAX ${2:10} {\n    - SET ${3:name} = ${4:value}\n  }",
    about: "rules while a condition holds",
  },
  {
    label: "MATCH … { … }",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    body: "MATCH ${1:value} {\n    ${2:pattern} => ${3:Action}\n    _ => ${4:Action}\n  }",
    about: "actions by the shape of a value",
  },
  {
    label: "LET … = …",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    body: "LET ${1:name} = ${2:value}",
    about: "a name for a value",
  },
  {
    label: "SET … = …",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    body: "SET ${1:name} = ${2:value}",
    about: "a new value for a LET name",
  },
  {
    label: "FAILSAFE THEN …",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    body: "FAILSAFE THEN ${1:Action}",
    about: "actions when the decision would be incomplete or limited",
  },
];

/** What a formal constraint may be. Behind its kind and colon. */
export const clauseSnippets: readonly PolicySnippet[] = [
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the syntax of snippets
  { label: "NEVER …", body: "NEVER ${1:Action} WHEN ${2:condition}", about: "a prohibition" },
  {
    label: "NEVER … AND …",
    body: "NEVER ${1:Action} AND ${2:Action}",
    about: "two actions exclude each other",
  },
  { label: "ALWAYS …", body: "ALWAYS ${1:Action} WHEN ${2:condition}", about: "a duty" },
  {
    label: "AT MOST …",
    body: "AT MOST ${1:1} OF ${2:Action}, ${3:Action}",
    about: "a bound on how many are taken",
  },
  {
    label: "EXACTLY ONE OF …",
    body: "EXACTLY ONE OF ${1:Action}, ${2:Action}",
    about: "one action, no more and no less",
  },
  {
    label: "… REQUIRES …",
    body: "${1:Action} REQUIRES ${2:Action}",
    about: "one only with another",
  },
  { label: "… BEFORE …", body: "${1:Action} BEFORE ${2:Action}", about: "an order" },
  { label: "MAX LOOP …", body: "MAX LOOP ${1:50}", about: "a cap on every WHILE" },
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the syntax of snippets
];

/** What an example is made of. Behind the `-`. */
export const exampleSnippets: readonly PolicySnippet[] = [
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the syntax of snippets
  { label: "GIVEN …", body: "GIVEN ${1:Attribute} = ${2:value}", about: "what is read" },
  { label: "GIVEN FILE …", body: 'GIVEN FILE "${1:context.json}"', about: "a context from a file" },
  { label: "AT …", body: 'AT "${1:2026-05-01T08:00:00Z}"', about: "the clock" },
  { label: "EXPECT …", body: "EXPECT ${1:Action}", about: "these occur, in this order" },
  { label: "EXPECT ONLY …", body: "EXPECT ONLY ${1:Action}", about: "exactly these" },
  { label: "EXPECT NOT …", body: "EXPECT NOT ${1:Action}", about: "these do not occur" },
  { label: "EXPECT NOTHING", body: "EXPECT NOTHING", about: "no action" },
  { label: "EXPECT UNKNOWN …", body: "EXPECT UNKNOWN ${1:Attribute}", about: "this is missing" },
  {
    label: "EXPECT STATUS …",
    body: "EXPECT STATUS ${1|decided,incomplete,violated,limited,rejected|}",
    about: "how the decision ends",
  },
  { label: "EXPECT PENDING …", body: "EXPECT PENDING ${1:Action}", about: "waits for approval" },
  {
    label: "EXPECT VIOLATION …",
    body: "EXPECT VIOLATION ${1:label}",
    about: "a broken constraint",
  },
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the syntax of snippets
];
