// Examples with their results: what was given, what was expected, what was decided.
import type { JsonValue } from "../evaluate/canonical-json.ts";
import type { ActionEvent, Decision } from "../evaluate/decision.ts";
import type { ExampleResult } from "../evaluate/run-example.ts";
import type { Example, ExampleExpectation, ExpectedAction } from "../semantics/examples.ts";
import { isIdentifier } from "../syntax/names.ts";
import type { DescribedExample } from "./description.ts";
import { fill, listPhrase, type Phrase, piece, plainText, words } from "./phrase.ts";
import { quantityText, quoted } from "./phrase-expression.ts";
import type { Wording } from "./wording.ts";

/** An example, and what came of running it; null where it was not run. */
export function describeExample(
  example: Example,
  result: ExampleResult | null,
  wording: Wording,
): DescribedExample {
  const { examples } = wording.page;
  const { title, file, line, contextFile, givens, now, expectations } = example;
  const from =
    contextFile === null ? [] : [fill(examples.file, { file: piece("value", contextFile) })];
  const at = now === null ? [] : [fill(examples.at, { instant: piece("value", now) })];
  const given = givens.map(
    ({ path, value }): Phrase => [
      ...piece("name", pathText(path)),
      ...words(" = "),
      ...piece("value", jsonText(value, wording)),
    ],
  );
  return {
    title: title || plainText(fill(examples.untitled, { line: words(String(line)) })),
    file,
    line,
    given: [...from, ...given, ...at],
    expected: expectations.map((expectation) => expectationText(expectation, wording)),
    decided: result?.decision == null ? null : decisionText(result.decision, wording),
    status: result?.status ?? null,
    message: result?.message ?? "",
  };
}

function pathText(path: readonly (string | number)[]): string {
  return path
    .map((part, index) => {
      if (typeof part === "number") return `[${part}]`;
      if (index === 0) return part;
      return isIdentifier(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
    })
    .join("");
}

/** JSON as people write it: `{"value": 1, "unit": "m"}` is 1 m. */
function jsonText(value: JsonValue, wording: Wording): string {
  if (value === null) return wording.page.inputs.notKnown;
  if (typeof value === "string") return quoted(value, wording);
  if (typeof value === "number") return quantityText(String(value), "", wording);
  if (typeof value === "boolean") return value ? wording.truth.true : wording.truth.false;
  if (isList(value)) return `[${value.map((member) => jsonText(member, wording)).join(", ")}]`;
  const { value: amount, unit, ...rest } = value;
  if (typeof amount === "number" && typeof unit === "string" && Object.keys(rest).length === 0) {
    return quantityText(String(amount), unit, wording);
  }
  const fields = Object.entries(value).map(
    ([name, field]) => `${name}: ${jsonText(field, wording)}`,
  );
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function expectationText(expectation: ExampleExpectation, wording: Wording): string {
  const { kinds } = wording.page.examples;
  const list = listOf(expectation, wording);
  return plainText(fill(kinds[expectation.kind], { list: words(list) }));
}

function listOf(expectation: ExampleExpectation, wording: Wording): string {
  switch (expectation.kind) {
    case "occur":
      return actionsText(expectation.actions, wording, wording.inOrder);
    case "only":
    case "not":
    case "pending":
      return actionsText(expectation.actions, wording, wording.comma);
    case "unknown":
      return expectation.paths.join(", ");
    case "violation":
      return expectation.labels.join(", ");
    case "status":
      return expectation.status;
    case "nothing":
      return "";
  }
}

function actionsText(
  actions: readonly ExpectedAction[],
  wording: Wording,
  joint: Wording["inOrder"],
): string {
  const texts = actions.map(({ name, arguments: given }) =>
    words(actionText(name, given ?? {}, wording)),
  );
  return plainText(listPhrase(texts, joint));
}

function actionText(
  name: string,
  given: { readonly [name: string]: JsonValue },
  wording: Wording,
): string {
  const entries = Object.entries(given);
  const [only] = entries;
  if (only === undefined) return name;
  if (entries.length === 1 && only[0] === "_0" && typeof only[1] === "string") {
    return `${name} ${jsonText(only[1], wording)}`;
  }
  const shown = entries.map(([key, value]) =>
    /^_\d+$/.test(key) ? jsonText(value, wording) : `${key}: ${jsonText(value, wording)}`,
  );
  return `${name} (${shown.join(", ")})`;
}

/** Actions in order, pending and withheld ones marked; the status where it is another than `decided`. */
function decisionText(decision: Decision, wording: Wording): string {
  const { examples } = wording.page;
  const taken = decision.actions.map((event) => eventText(event, wording));
  const pending = decision.pending.map((event) =>
    plainText(
      fill(examples.pending, {
        action: words(eventText(event, wording)),
        roles: words(event.approvers.join(", ")),
      }),
    ),
  );
  const withheld = [...new Set(decision.withheld.map(({ name }) => name))].join(", ");
  const parts = [
    ...taken,
    ...pending,
    ...(withheld === "" ? [] : [plainText(fill(examples.withheld, { actions: words(withheld) }))]),
  ];
  const actions = parts.length === 0 ? wording.nothing : parts.join(", ");
  if (decision.status === "decided") return actions;
  return plainText(
    fill(examples.status, { actions: words(actions), status: words(decision.status) }),
  );
}

function eventText({ name, args }: ActionEvent, wording: Wording): string {
  return actionText(name, args, wording);
}
