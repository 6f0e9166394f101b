// std::string, and MATCHES: what can be told of a text without making another.
import { isKind, ofScalars } from "./call-arguments.ts";
import type { EncodedFunction } from "./encode-call.ts";
import { encodePattern } from "./encode-pattern.ts";
import { alwaysUnknown, knownIf, outside, type SymbolicValue } from "./symbolic-value.ts";
import { type Term, type TextMapping, text, yes } from "./term.ts";
import type { TextTest } from "./text-images.ts";
import { mapText, matchText, testTexts } from "./text-tests.ts";

export const textFunctions: readonly (readonly [string, EncodedFunction])[] = [
  ["std::string::lower", mapping("lower")],
  ["std::string::upper", mapping("upper")],
  ["std::string::trim", mapping("trim")],
  ["std::string::contains", testing("contains")],
  ["std::string::starts_with", testing("starts")],
  ["std::string::ends_with", testing("ends")],
  [
    "std::string::matches",
    ([of, pattern]) =>
      isKind(of, "text") && isKind(pattern, "text")
        ? matchesText(of.value, pattern.value, yes)
        : alwaysUnknown,
  ],
];

function mapping(by: TextMapping): EncodedFunction {
  return ofScalars("text", ([of = text("")]) => ({
    kind: "text",
    known: yes,
    value: mapText(by, of),
  }));
}

function testing(test: TextTest): EncodedFunction {
  return ofScalars("text", ([left = text(""), right = text("")]) => {
    const found = testTexts(test, left, right);
    return found.kind === "outside" ? found : { kind: "boolean", known: yes, value: found };
  });
}

/** Whether the pattern matches somewhere in the text; unknown where it is none. `known` is where both are. */
export function matchesText(of: Term, pattern: Term, known: Term): SymbolicValue {
  if (pattern.kind !== "text") return outside("a pattern that is no literal");
  const language = encodePattern(pattern.value);
  if (language === null) return alwaysUnknown;
  if (language.kind === "outside") return language;
  const found = matchText(of, language);
  return found.kind === "outside"
    ? found
    : knownIf(known, { kind: "boolean", known: yes, value: found });
}
