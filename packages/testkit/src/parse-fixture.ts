// Runs a scenario of golden/parse: a document as people write them goes in; marks, its tree and its decisions come out.
import { compile, type Diagnostic, type Policy, parseJson } from "@omega/core";
import { restateDecision } from "./decision-text.ts";
import {
  expandFixtureText,
  type Fixture,
  type FixtureSection,
  readFixtureHeader,
  withMarks,
  withoutMarks,
} from "./fixture.ts";
import { printTree } from "./print-tree.ts";

/**
 * The scenario with what belongs into it: marks in its document, a `policy.omni` which `crlf` behind its name gives line
 * ends of that kind; its `tree`; and behind each `context.json` the parts of the `decision` that the section names.
 */
export function runParseFixture(fixture: Fixture): {
  readonly fixture: Fixture;
  readonly diagnostics: readonly Diagnostic[];
} {
  const [document, ...others] = fixture.sections;
  if (document === undefined) throw new Error("the scenario has no document");
  const { name, options } = readFixtureHeader(document.header);
  const shown = withoutMarks(document.text);
  const text = `${expandFixtureText(shown)}\n`;
  const policy = compile(options.has("crlf") ? text.replaceAll("\n", "\r\n") : text, {
    file: name,
  });
  const { source, diagnostics } = policy;
  return {
    fixture: {
      prose: fixture.prose,
      sections: [
        { header: document.header, text: withMarks(shown, source, diagnostics) },
        ...restate(others, policy),
      ],
    },
    diagnostics,
  };
}

function restate(sections: readonly FixtureSection[], policy: Policy): readonly FixtureSection[] {
  let decision: ReturnType<Policy["evaluate"]> | null = null;
  return sections.map(({ header, text }) => {
    const { name, options } = readFixtureHeader(header);
    switch (name) {
      case "tree":
        return { header, text: printTree(policy.document).trimEnd() };
      case "context.json": {
        const context = parseJson(text);
        const now = options.get("now");
        if (!context.ok) throw new Error(`context.json: line ${context.line}, ${context.message}`);
        decision = policy.evaluate(context.value, now === undefined ? {} : { now });
        return { header, text };
      }
      case "decision":
        if (decision === null) throw new Error("there is no context above the decision");
        return { header, text: restateDecision(text, decision) };
      default:
        throw new Error(`a scenario has a tree, contexts and decisions, and no ${name}`);
    }
  });
}
