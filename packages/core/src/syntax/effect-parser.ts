// Effects: `- Effect: CoolDown LOWERS Temperature BY 1C`.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { parseActionName } from "./action-parser.ts";
import { acceptKeyword, type Cursor, expectKeyword, failExpected, spanFrom } from "./cursor.ts";
import { parseExpression } from "./expression-parser.ts";
import { startOfContent } from "./item-text.ts";
import { parseName } from "./name-parser.ts";
import { type ParsedBody, parseFormalItem } from "./parsed-body.ts";
import type { Effect } from "./tree.ts";

/** Reads an effect; `valueStart` is where the text behind the label begins. */
export function parseEffect(text: string, valueStart: number, reporter: Reporter): ParsedBody {
  const start = startOfContent(text);
  return parseFormalItem(text, valueStart, reporter, "the end of the effect", (cursor) => {
    const action = parseActionName(cursor, changeWords).name;
    const change = parseChange(cursor);
    const attribute = parseName(cursor, "an attribute");
    if (change === "SETS") expectKeyword(cursor, "TO", "TO and a value");
    else expectKeyword(cursor, "BY", "BY and an amount");
    const amount = parseExpression(cursor);
    return { kind: "effect", action, change, attribute, amount, span: spanFrom(cursor, start) };
  });
}

const changeWords = ["RAISES", "LOWERS", "SETS"] as const;

function parseChange(cursor: Cursor): Effect["change"] {
  for (const word of changeWords) if (acceptKeyword(cursor, word)) return word;
  failExpected(cursor, "RAISES, LOWERS or SETS after the action");
  return "SETS";
}
