// Rows that lead to places in the text. Tab comes to the first of a list, arrows go through all of them.
import type { ComponentChild, JSX } from "preact";
import { Message } from "./message.tsx";
import type { PagePlace } from "./messages.ts";
import type { Mark } from "./status.ts";

/** More rows than a person would look through; the rest is counted. */
const mostRows = 200;

export interface Row {
  readonly place: PagePlace;
  readonly lead: ComponentChild;
  readonly main: ComponentChild;
  /** What it is about and where: `Near, line 9`. */
  readonly where: string;
  /** Further facts, each a message; may be empty. */
  readonly below: readonly string[];
}

export function RowList({
  label,
  rows,
  reveal,
}: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly reveal: (place: PagePlace) => void;
}): JSX.Element {
  const more = rows.length - mostRows;
  return (
    <ul class="rows" aria-label={label}>
      {rows.slice(0, mostRows).map(({ place, lead, main, where, below }, index) => (
        <li>
          <button
            type="button"
            class="row"
            tabIndex={index === 0 ? 0 : -1}
            title="Go to the line"
            onClick={() => reveal(place)}
          >
            <span class="lead">{lead}</span>
            <span class="main">{main}</span>
            <span class="where">{where}</span>
            {below.length > 0 && (
              <span class="below">
                <Message text={below.join(" · ")} />
              </span>
            )}
          </button>
        </li>
      ))}
      {more > 0 && <li class="none">and {more} more</li>}
    </ul>
  );
}

/** A sign that is read out as its word. */
export function Sign({ mark: { sign, tone, word } }: { readonly mark: Mark }): JSX.Element {
  return (
    <span class={`sign ${tone}`} role="img" aria-label={word} title={word}>
      {sign}
    </span>
  );
}
