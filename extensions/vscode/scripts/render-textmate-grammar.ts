// The TextMate grammar, made from the tables of keywords and functions: colours before the server has said anything, and
// where there is no server. What only the checker knows comes as semantic tokens.
import {
  callableNames,
  contextualKeywords,
  reservedWords,
  sectionKeywords,
  type Tree,
} from "@omega/core";

interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<string, Rule>>;
  readonly beginCaptures?: Readonly<Record<string, Rule>>;
  readonly endCaptures?: Readonly<Record<string, Rule>>;
  readonly patterns?: readonly Rule[];
  readonly include?: string;
}

/** A file of the extension, by its path in it. */
export interface RenderedFile {
  readonly path: string;
  readonly content: string;
}

/** The grammar of documents, and the one for fences in Markdown. */
export function renderGrammars(): readonly RenderedFile[] {
  return [
    { path: "syntaxes/omega.tmLanguage.json", content: print(documentGrammar()) },
    { path: "syntaxes/omega-markdown.tmLanguage.json", content: print(markdownGrammar) },
  ];
}

function print(grammar: object): string {
  return `${JSON.stringify(grammar, null, 2)}\n`;
}

/** Capital headers may be indented and titled; in any other case only at the margin, with the colon directly behind. */
function header(keywords: readonly string[]): string {
  const words = keywords.join("|");
  return `^(?:([ \\t]*)(${words})((?:[ \\t][^:\\r\\n]*)?)(:)|((?i:${words}))(:))`;
}

const anyHeader = header(sectionKeywords);
const suiteHeader = "^[ \\t]*(?i:EXAMPLES[ \\t]+FOR)\\b";
/** Where a section ends: before the next header. */
const nextHeader = `(?=${anyHeader})|(?=${suiteHeader})`;

const headerCaptures: Readonly<Record<string, Rule>> = {
  2: { name: "keyword.control.section.omega" },
  3: { name: "entity.name.section.omega" },
  4: { name: "punctuation.separator.section.omega" },
  5: { name: "keyword.control.section.omega" },
  6: { name: "punctuation.separator.section.omega" },
};

function section(keywords: readonly Tree.SectionKeyword[], content: string, inside: string): Rule {
  return {
    begin: header(keywords),
    beginCaptures: headerCaptures,
    end: nextHeader,
    contentName: content,
    patterns: [{ include: "#comment-line" }, { include: `#${inside}` }],
  };
}

function documentGrammar(): object {
  const words = (list: readonly string[]): string => list.join("|");
  const constants = ["TRUE", "FALSE", "NULL"];
  const connectives = ["AND", "OR", "NOT", "IN"];
  const reserved = reservedWords.filter(
    (word) => !constants.includes(word) && !connectives.includes(word),
  );
  const contextual = contextualKeywords.filter((word) => word !== "UNKNOWN");
  const bare = callableNames().filter((name) => !name.includes("::"));
  const number = "-?\\b\\d+(?:\\.\\d+)?";
  const unit = "(?:[\\p{L}°%‰µΩ][\\p{L}°%‰µΩ²³]*(?:[/*^·](?:[\\p{L}°%]+|-?\\d+))*)?";
  return {
    name: "OMEGA",
    scopeName: "source.omega",
    patterns: [
      { include: "#comment-line" },
      {
        match: `${suiteHeader}(.*?)(:)?[ \\t]*$`,
        captures: {
          0: {
            patterns: [
              { include: "#text" },
              { match: "(?i:EXAMPLES|FOR)", name: "keyword.control.section.omega" },
            ],
          },
        },
      },
      section(["INTENT", "ASSUMPTION"], "meta.prose.omega", "prose"),
      section(["IMPORT"], "meta.import.omega", "text"),
      section(["ACTOR"], "meta.actor.omega", "actor"),
      section(["CONTEXT"], "meta.context.omega", "attribute"),
      section(["RULE"], "meta.rule.omega", "formal"),
      section(["CONSTRAINT"], "meta.constraint.omega", "constraint"),
      section(["IMPACT", "TRACE", "REVIEW"], "meta.entry.omega", "entry"),
      section(["EXAMPLE"], "meta.example.omega", "formal"),
    ],
    repository: {
      "comment-line": {
        match: "^[ \\t]*(?:#|//).*$",
        name: "comment.line.omega",
      },
      "trailing-comment": {
        match: "(?<=[ \\t])(?:#|//).*$",
        name: "comment.line.omega",
      },
      text: {
        begin: '"',
        end: '"|$',
        name: "string.quoted.double.omega",
        patterns: [
          {
            match: '\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})',
            name: "constant.character.escape.omega",
          },
          { match: "\\\\.", name: "invalid.illegal.escape.omega" },
        ],
      },
      bullet: {
        match: "^[ \\t]*(-)(?=[ \\t]|$)",
        captures: { 1: { name: "punctuation.definition.list.omega" } },
      },
      prose: { patterns: [{ include: "#bullet" }] },
      actor: {
        patterns: [
          { include: "#trailing-comment" },
          {
            match:
              "^[ \\t]*(-)[ \\t]*([^:\\r\\n]+)(:)[ \\t]*([^\\r\\n]*?)(?=[ \\t]+(?:MAY|APPROVES)\\b|[ \\t]*(?:#|//|$))",
            captures: {
              1: { name: "punctuation.definition.list.omega" },
              2: { name: "support.type.property-name.omega" },
              3: { name: "punctuation.separator.label.omega" },
              4: { name: "entity.name.type.omega" },
            },
          },
          { match: "\\b(?i:MAY|APPROVES)\\b", name: "keyword.other.omega" },
          { match: "[\\p{L}_][\\p{L}\\p{N}_]*", name: "entity.name.function.omega" },
        ],
      },
      attribute: {
        patterns: [
          { include: "#trailing-comment" },
          {
            match: "^[ \\t]*(-)[ \\t]*([\\p{L}_`][^:\\r\\n]*)(:)",
            captures: {
              1: { name: "punctuation.definition.list.omega" },
              2: { name: "variable.other.property.omega" },
              3: { name: "punctuation.separator.label.omega" },
            },
          },
          {
            begin: "(?<=:)[ \\t]*(<)",
            beginCaptures: { 1: { name: "punctuation.definition.type.begin.omega" } },
            end: "(>)|$",
            endCaptures: { 1: { name: "punctuation.definition.type.end.omega" } },
            name: "meta.type.omega",
            patterns: [
              { include: "#text" },
              { match: "\\b(?i:FRESH|delta)\\b", name: "keyword.other.omega" },
              {
                match: "\\b(?:number|integer|boolean|text|time)\\b",
                name: "support.type.primitive.omega",
              },
              {
                match: `(${number})[ \\t]*(\\.\\.)[ \\t]*(${number})`,
                captures: {
                  1: { name: "constant.numeric.omega" },
                  2: { name: "keyword.operator.range.omega" },
                  3: { name: "constant.numeric.omega" },
                },
              },
              {
                match: `(${number})(${unit})`,
                captures: {
                  1: { name: "constant.numeric.omega" },
                  2: { name: "keyword.other.unit.omega" },
                },
              },
              {
                match: "([\\p{L}_][\\p{L}\\p{N}_]*)(\\?)?[ \\t]*(:)",
                captures: {
                  1: { name: "variable.other.property.omega" },
                  2: { name: "keyword.operator.optional.omega" },
                  3: { name: "punctuation.separator.label.omega" },
                },
              },
              { match: "[\\p{L}°%‰µΩ][\\p{L}\\p{N}°%‰µΩ/^·²³]*", name: "keyword.other.unit.omega" },
              { match: "[?|]", name: "keyword.operator.omega" },
            ],
          },
          { match: "(?<=:|=)[ \\t]*(?i:true|false|null)[ \\t]*$", name: "constant.language.omega" },
          { include: "#text" },
          {
            match: `(?<=[:=\\[,][ \\t])(${number})(${unit})(?=[ \\t]*(?:$|[,\\]]|#|//))`,
            captures: {
              1: { name: "constant.numeric.omega" },
              2: { name: "keyword.other.unit.omega" },
            },
          },
        ],
      },
      constraint: {
        patterns: [
          {
            begin:
              "^[ \\t]*(-)[ \\t]*([^:\\[\\r\\n]+?)[ \\t]*(\\[[^\\]\\r\\n]*\\])?[ \\t]*(:)(?=[ \\t]*(?:NEVER|ALWAYS|AT MOST|EXACTLY ONE|MAX LOOP|[^\\s]+[ \\t]+(?:REQUIRES|BEFORE))\\b)",
            beginCaptures: {
              1: { name: "punctuation.definition.list.omega" },
              2: { name: "support.type.property-name.omega" },
              3: { name: "entity.name.label.omega" },
              4: { name: "punctuation.separator.label.omega" },
            },
            end: `(?=^[ \\t]*-)|${nextHeader}`,
            patterns: [{ include: "#formal" }],
          },
          { include: "#label" },
        ],
      },
      entry: {
        patterns: [
          {
            begin: "^[ \\t]*(-)[ \\t]*(Effect)[ \\t]*(:)",
            beginCaptures: {
              1: { name: "punctuation.definition.list.omega" },
              2: { name: "support.type.property-name.omega" },
              3: { name: "punctuation.separator.label.omega" },
            },
            end: `(?=^[ \\t]*-)|${nextHeader}`,
            patterns: [{ include: "#formal" }],
          },
          { include: "#label" },
        ],
      },
      label: {
        match: "^[ \\t]*(-)[ \\t]*([^:\\[\\r\\n]+?)[ \\t]*(\\[[^\\]\\r\\n]*\\])?[ \\t]*(:)",
        captures: {
          1: { name: "punctuation.definition.list.omega" },
          2: { name: "support.type.property-name.omega" },
          3: { name: "entity.name.label.omega" },
          4: { name: "punctuation.separator.label.omega" },
        },
      },
      formal: {
        patterns: [
          { include: "#trailing-comment" },
          { include: "#text" },
          { match: "`[^`\\r\\n]*`", name: "variable.other.quoted.omega" },
          {
            match:
              "(?:^|(?<=\\{))[ \\t]*(-)[ \\t]*(?:([\\p{L}_][\\p{L}\\p{N}_]*)[ \\t]*(:)(?=[ \\t]*(?i:IF|FOR|WHILE|MATCH)\\b))?",
            captures: {
              1: { name: "punctuation.definition.list.omega" },
              2: { name: "entity.name.label.omega" },
              3: { name: "punctuation.separator.label.omega" },
            },
          },
          { match: "(?<![\\p{L}\\p{N}_.])std(?:::[\\p{L}_]+)+", name: "support.function.omega" },
          {
            match: `(?<![\\p{L}\\p{N}_.:])(?:${words(bare)})(?=[ \\t]*\\()`,
            name: "support.function.omega",
          },
          { match: "(?<=\\.)[\\p{L}_][\\p{L}\\p{N}_]*", name: "variable.other.property.omega" },
          {
            match: `(?<![\\p{L}\\p{N}_])(?i:${words(constants)})(?![\\p{L}\\p{N}_])`,
            name: "constant.language.omega",
          },
          {
            match: `(?<![\\p{L}\\p{N}_])(?i:${words(connectives)})(?![\\p{L}\\p{N}_])`,
            name: "keyword.operator.logical.omega",
          },
          {
            match: `(?<![\\p{L}\\p{N}_])(?i:${words(reserved)})(?![\\p{L}\\p{N}_])`,
            name: "keyword.control.omega",
          },
          {
            match: "(?<![\\p{L}\\p{N}_])UNKNOWN(?![\\p{L}\\p{N}_])",
            name: "keyword.control.omega",
          },
          // Names may be called so in any other case: capitals are how people write the keywords.
          {
            match: `(?<![\\p{L}\\p{N}_])(?:${words(contextual)})(?![\\p{L}\\p{N}_])`,
            name: "keyword.other.omega",
          },
          {
            match: `(?<![\\p{L}\\p{N}_])(${number})(${unit})`,
            captures: {
              1: { name: "constant.numeric.omega" },
              2: { name: "keyword.other.unit.omega" },
            },
          },
          { match: "=>|\\.\\.|[=!<>]=?|[-+*/|?]", name: "keyword.operator.omega" },
          { match: "[{}()\\[\\]]", name: "punctuation.section.brackets.omega" },
          { match: ",", name: "punctuation.separator.omega" },
          { match: "[\\p{L}_][\\p{L}\\p{N}_]*", name: "variable.other.omega" },
        ],
      },
    },
  };
}

const markdownGrammar = {
  scopeName: "markdown.omega.codeblock",
  injectionSelector: "L:text.html.markdown",
  patterns: [{ include: "#fence" }],
  repository: {
    fence: {
      begin: "(^|\\G)(\\s*)(`{3,}|~{3,})\\s*(?i:(omega|omni)((\\s+|:|,|\\{|\\?)[^`]*)?$)",
      name: "markup.fenced_code.block.markdown",
      end: "(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$",
      beginCaptures: {
        3: { name: "punctuation.definition.markdown" },
        4: { name: "fenced_code.block.language" },
      },
      endCaptures: { 3: { name: "punctuation.definition.markdown" } },
      patterns: [
        {
          begin: "(^|\\G)(\\s*)(.*)",
          while: "(^|\\G)(?!\\s*([`~]{3,})\\s*$)",
          contentName: "meta.embedded.block.omega",
          patterns: [{ include: "source.omega" }],
        },
      ],
    },
  },
};
