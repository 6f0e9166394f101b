// std::string: texts, by code point and by OMEGA's own Unicode tables, never the host's.

import type { Value } from "../evaluate/value.ts";
import { lowerCase, trimWhitespace, upperCase } from "../source/unicode.ts";
import { isListOf, knownList } from "./arguments.ts";
import { evaluateLength } from "./list.ts";
import { compilePattern } from "./regular-expression.ts";
import type { CallContext, SignatureType, StandardFunction } from "./standard-function.ts";

const text: SignatureType = { kind: "text" };
const boolean: SignatureType = { kind: "boolean" };
const texts: SignatureType = { kind: "list", element: text };

/** A function of texts only. */
function ofTexts(
  compute: (call: CallContext, first: string, second: string, third: string) => Value,
): StandardFunction["evaluate"] {
  return ([first, second = "", third = ""], call) =>
    typeof first === "string" && typeof second === "string" && typeof third === "string"
      ? compute(call, first, second, third)
      : call.fail("wrong kind");
}

function bounded(result: string, call: CallContext): Value {
  return call.checkLength("text", result.length) ?? result;
}

export const stringFunctions: readonly StandardFunction[] = [
  {
    name: "std::string::lower",
    bare: false,
    signatures: [{ parameters: [{ name: "text", type: text }], result: text }],
    summary: "The text in lower case, by Unicode's default mapping, whatever the locale.",
    examples: [{ call: 'std::string::lower("Gudang A")', result: '"gudang a"' }],
    evaluate: ofTexts((call, value) => bounded(lowerCase(value), call)),
  },
  {
    name: "std::string::upper",
    bare: false,
    signatures: [{ parameters: [{ name: "text", type: text }], result: text }],
    summary: "The text in upper case, by Unicode's default mapping, whatever the locale.",
    examples: [{ call: 'std::string::upper("b12")', result: '"B12"' }],
    evaluate: ofTexts((call, value) => bounded(upperCase(value), call)),
  },
  {
    name: "std::string::trim",
    bare: false,
    signatures: [{ parameters: [{ name: "text", type: text }], result: text }],
    summary: "The text without white space at its ends.",
    examples: [{ call: 'std::string::trim("  ok ")', result: '"ok"' }],
    evaluate: ofTexts((_call, value) => trimWhitespace(value)),
  },
  {
    name: "std::string::length",
    bare: false,
    signatures: [
      { parameters: [{ name: "text", type: text }], result: { kind: "integer" } },
      {
        parameters: [
          { name: "list", type: { kind: "list", element: { kind: "variable", name: "a" } } },
        ],
        result: { kind: "integer" },
      },
    ],
    summary: "How many code points a text has, or members a list.",
    examples: [{ call: 'std::string::length("suhu")', result: "4" }],
    evaluate: evaluateLength,
  },
  {
    name: "std::string::contains",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "text", type: text },
          { name: "part", type: text },
        ],
        result: boolean,
      },
    ],
    summary: "Whether the text holds the other text, exactly.",
    examples: [{ call: 'std::string::contains("coolant", "cool")', result: "true" }],
    evaluate: ofTexts((_call, value, part) => value.includes(part)),
  },
  {
    name: "std::string::starts_with",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "text", type: text },
          { name: "start", type: text },
        ],
        result: boolean,
      },
    ],
    summary: "Whether the text begins with the other text, exactly.",
    examples: [{ call: 'std::string::starts_with("ICU-3", "ICU")', result: "true" }],
    evaluate: ofTexts((_call, value, start) => value.startsWith(start)),
  },
  {
    name: "std::string::ends_with",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "text", type: text },
          { name: "end", type: text },
        ],
        result: boolean,
      },
    ],
    summary: "Whether the text ends with the other text, exactly.",
    examples: [{ call: 'std::string::ends_with("a.example", ".example")', result: "true" }],
    evaluate: ofTexts((_call, value, end) => value.endsWith(end)),
  },
  {
    name: "std::string::split",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "text", type: text },
          { name: "separator", type: text },
        ],
        result: texts,
      },
    ],
    summary: "The parts between separators; an empty separator gives the code points.",
    examples: [{ call: 'std::string::split("a,b", ",")', result: '["a", "b"]' }],
    evaluate: ofTexts((call, value, separator) => {
      const parts = separator === "" ? [...value] : value.split(separator);
      return call.checkLength("list", parts.length) ?? parts;
    }),
  },
  {
    name: "std::string::join",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "texts", type: texts },
          { name: "separator", type: text },
        ],
        result: text,
      },
    ],
    summary: "The texts in order with the separator between them.",
    examples: [{ call: 'std::string::join(["a", "b"], "-")', result: '"a-b"' }],
    evaluate([list, separator], call) {
      const members = knownList(list, call);
      if (!isListOf(members)) return members;
      if (typeof separator !== "string") return call.fail("wrong kind");
      let length = 0;
      for (const member of members) {
        if (typeof member !== "string") return call.fail("wrong kind");
        length += member.length + separator.length;
      }
      return (
        call.checkLength("text", Math.max(0, length - separator.length)) ?? members.join(separator)
      );
    },
  },
  {
    name: "std::string::replace",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "text", type: text },
          { name: "part", type: text },
          { name: "by", type: text },
        ],
        result: text,
      },
    ],
    summary:
      "The text with every occurrence of a part replaced, exactly as written; the part must not be empty.",
    examples: [{ call: 'std::string::replace("a-b-c", "-", "/")', result: '"a/b/c"' }],
    evaluate: ofTexts((call, value, part, by) => {
      if (part === "") return call.fail("invalid argument");
      const parts = value.split(part);
      const length = value.length + (parts.length - 1) * (by.length - part.length);
      return call.checkLength("text", length) ?? parts.join(by);
    }),
  },
  {
    name: "std::string::matches",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "text", type: text },
          { name: "pattern", type: text },
        ],
        result: boolean,
      },
    ],
    summary: "Whether an RE2 pattern matches somewhere in the text, as `MATCHES` decides it.",
    examples: [{ call: 'std::string::matches("B12", "^[A-Z][0-9]+$")', result: "true" }],
    evaluate: ofTexts((call, value, pattern) => {
      const compiled = compilePattern(pattern);
      return compiled.ok ? compiled.test(value) : call.fail("invalid argument");
    }),
  },
];
