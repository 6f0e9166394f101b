// The decision view's page as a person reads it, without an editor.
import type { DecideAnswer } from "@omega/language-server";
import { openServiceDocument, viewDecision } from "@omega/service";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import type { DecisionModel } from "../../src/decision-webview/messages.ts";
import { Page } from "../../src/decision-webview/page.tsx";
import type { PageActions } from "../../src/decision-webview/page-actions.ts";

const policy = `INTENT: x
ACTOR:
- Primary: Robot MAY StopMachine, SlowDown, Report
- Secondary: Officer APPROVES Report
CONTEXT:
- Distance: <0..100 m>
- Armed: <boolean>
- Mode: <"auto" | "manual">
- Heat: 20C
- Workers: <[text]>
RULE:
- Near: IF Distance < 1m AND Mode == "auto" THEN StopMachine UNKNOWN StopMachine
- IF Armed THEN SlowDown, Report
`;

const nothing = (): void => {};
const actions: PageActions = {
  chooseContext: nothing,
  edit: nothing,
  reset: nothing,
  setClock: nothing,
  reveal: nothing,
  saveAsExample: nothing,
  saveContext: nothing,
};

/** The model of a decision, as the server answers and the extension passes it on. */
function modelOf(
  context: object,
  { text = policy, ...more }: Partial<DecisionModel> & { readonly text?: string } = {},
): DecisionModel {
  const document = openServiceDocument({
    uri: "file:///p.omni",
    version: 1,
    text,
    options: { file: "p.omni" },
  });
  const answer: DecideAnswer = {
    ...viewDecision(document, { context: JSON.stringify(context), now: null }),
    addresses: {},
  };
  return {
    uri: document.uri,
    documentName: "p.omni",
    contextName: "day.json",
    edited: [],
    isClockEdited: false,
    answer,
    last: null,
    ...more,
  };
}

/** The page's markup. */
function markup(model: DecisionModel, drafts: ReadonlyMap<string, string> = new Map()): string {
  return renderToString(h(Page, { model, drafts, actions }));
}

/** What a page says, without its markup: a line for each thing. */
function said(html: string): readonly string[] {
  return html
    .replace(/<(div|li|p|h2|section|header|ul|main|option|button)\b[^>]*>/g, "\n")
    .replace(/<[^>]+>/g, "\t")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")
    .split("\n")
    .map((line) => line.replace(/\t+/g, " ").replace(/ +/g, " ").trim())
    .filter((line) => line !== "");
}

/** The tag that a selector-like piece of markup stands in. */
function tagWith(html: string, piece: string): string {
  const at = html.indexOf(piece);
  if (at < 0) throw new Error(`${piece} is not on the page`);
  return html.slice(html.lastIndexOf("<", at), html.indexOf(">", at) + 1);
}

test("it says what is decided, in order, each with its reason and place", () => {
  const page = said(markup(modelOf({ Distance: 0.4, Mode: "auto", Armed: true, Heat: 20 })));
  const from = page.indexOf("✓ Decided 2 actions, 1 pending StopMachine, SlowDown");
  expect(from).toBeGreaterThan(0);
  expect(page.slice(page.indexOf("Actions"))).toEqual([
    "Actions",
    '1 StopMachine Near, line 12 IF Distance < 1m AND Mode == "auto", Distance = 0.4m, Mode = "auto"',
    "2 SlowDown R2, line 13 IF Armed, Armed = true",
    "Pending",
    "Report R2, line 13 once Officer agrees · IF Armed, Armed = true",
    "Rules",
    '✓ Near IF Distance < 1m AND Mode == "auto" line 12 Distance = 0.4m, Mode = "auto"',
    "✓ R2 IF Armed line 13 Armed = true",
  ]);
});

test("every type has its field, with its unit, its choices and what stands in", () => {
  const html = markup(modelOf({ Distance: 0.4, Armed: false, Mode: "other", Workers: ["Ana"] }));
  expect(tagWith(html, 'id="input-Distance"')).toMatch(/type="text".* value="0.4"/);
  expect(tagWith(html, 'id="input-Armed"')).toContain('type="checkbox"');
  expect(tagWith(html, 'id="input-Armed"')).not.toContain("checked");
  expect(tagWith(html, 'id="input-Heat"')).toContain('placeholder="20C"');
  expect(html).toMatch(/<textarea[^>]*id="input-Workers"[^>]*>\[&quot;Ana&quot;\]<\/textarea>/);
  const options = html.slice(html.indexOf("<select"), html.indexOf("</select>"));
  expect(said(options)).toEqual(["missing", "auto", "manual", "other"]);
  expect(said(html)).toContain("missing: the sample stands in");
});

test("what is wrong with a value is said beside it, for eyes and for readers of the screen", () => {
  const html = markup(modelOf({ Distance: 200, Distnace: 1 }));
  const field = tagWith(html, 'id="input-Distance"');
  expect(field).toContain('aria-invalid="true"');
  expect(field).toContain('aria-describedby="input-Distance-note"');
  expect(said(html)).toContain("Distance is outside 0..100 m");
  expect(said(html)).toContain("The document does not read Distnace");
});

test("what is unknown is listed, what UNKNOWN answered apart", () => {
  const page = said(markup(modelOf({ Mode: "auto" })));
  expect(page).toContain("? Incomplete 1 action StopMachine");
  expect(page.slice(page.indexOf("Unknown"), page.indexOf("Rules"))).toEqual([
    "Unknown",
    "? Armed is missing R2, line 13",
    "Answered by UNKNOWN",
    "? Distance is missing Near, line 12",
  ]);
});

test("while the document has errors the last decision stays, marked as such", () => {
  const before = modelOf({ Armed: true });
  const last = before.answer?.kind === "decided" ? before.answer : null;
  const html = markup(modelOf({}, { text: policy.replace("IF Armed", "IF Armed <"), last }));
  const page = said(html);
  expect(page).toContain("The document has errors");
  const link = page.find((line) => line.startsWith("line 13: ")) ?? "";
  expect(link).toMatch(/Below is what was decided before\.$/);
  expect(html).toContain('class="column stale"');
  expect(html).toMatch(/class="primary" disabled/);
});

test("nothing is shown before there is an answer", () => {
  const page = said(markup({ ...modelOf({}), answer: null }));
  expect(page).toContain("Deciding…");
  expect(page).not.toContain("Rules");
});

test("what is being typed stays in its field, whatever the model says", () => {
  const html = markup(modelOf({ Distance: 0.4 }), new Map([["Distance", "0."]]));
  expect(tagWith(html, 'id="input-Distance"')).toContain('value="0."');
});

test("names and values of the document are text, never markup", () => {
  const text = policy.replace("StopMachine UNKNOWN", 'Warn("<img src=x>") UNKNOWN');
  const html = markup(
    modelOf({ Distance: 0, Mode: "auto" }, { text, contextName: "<script>1</script>" }),
  );
  expect(html).not.toContain("<script");
  expect(html).not.toContain("<img");
});

test("more rows than anybody reads are counted", () => {
  const text = `INTENT: x\nRULE:\n${"- IF A THEN B\n".repeat(300)}`;
  const page = said(markup(modelOf({ A: true }, { text })));
  expect(page.filter((line) => line === "and 100 more")).toHaveLength(2);
});

describe("by keys", () => {
  const html = markup(modelOf({ Distance: 0.4, Mode: "auto", Armed: true }), new Map());

  test("every button and field has a name", () => {
    for (const [button] of html.matchAll(/<button\b.*?<\/button>/gs)) {
      const text = said(button).join("");
      expect(text !== "" || /aria-label="[^"]+"/.test(button), button).toBe(true);
    }
    for (const [, id] of html.matchAll(/<(?:input|select|textarea)\b[^>]*\bid="([^"]+)"/g)) {
      expect(html).toContain(`for="${id}"`);
    }
  });

  test("tab comes to each list once, arrows go on from there", () => {
    const lists = [...html.matchAll(/<ul class="rows".*?<\/ul>/gs)].map(([list]) => list);
    expect(lists.length).toBe(3);
    for (const list of lists) {
      expect([...list.matchAll(/tabindex="0"/gi)]).toHaveLength(1);
    }
  });
});
