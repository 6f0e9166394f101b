// An input of a decision: its name, a field for its type with its unit, and what is wrong with its value.
import type { ShownInput } from "@omega/service";
import type { JSX, TargetedEvent, TargetedKeyboardEvent } from "preact";
import { Message } from "./message.tsx";
import type { PageActions } from "./page-actions.ts";
import { steppedNumber } from "./stepped-number.ts";

export interface InputRowProperties {
  readonly input: ShownInput;
  readonly isEdited: boolean;
  /** What is being typed, which the model does not know yet; null when nothing is. */
  readonly draft: string | null;
  readonly actions: PageActions;
}

export function InputRow({ input, isEdited, draft, actions }: InputRowProperties): JSX.Element {
  const { name, problem, place, missing } = input;
  const id = `input-${name}`;
  const note = noteOf(input);
  return (
    <div class={isEdited ? "input edited" : "input"}>
      <div class="input-name">
        <label for={id} title={titleOf(input)}>
          {name}
        </label>
        {place !== null && (
          <Tool
            sign="↗"
            label={`Go to where ${name} is declared`}
            onClick={() => actions.reveal(place)}
          />
        )}
      </div>
      <div class="input-value">
        <Field input={input} text={draft ?? input.text} id={id} actions={actions} />
        <Unit input={input} />
        <span class="input-tools">
          {isEdited && (
            <Tool
              sign="↺"
              label={`Take back what was typed for ${name}`}
              onClick={() => actions.reset(name)}
            />
          )}
          {input.text !== "" && (
            <Tool sign="×" label={`Leave ${name} out`} onClick={() => actions.edit(name, "")} />
          )}
        </span>
      </div>
      {problem !== null ? (
        <p class="note problem" id={`${id}-note`}>
          <Message text={problem} />
        </p>
      ) : (
        note !== null && (
          <p class={missing ? "note open" : "note"} id={`${id}-note`}>
            {note}
          </p>
        )
      )}
    </div>
  );
}

/** A small button that is there when its row is looked at. */
export function Tool({
  sign,
  label,
  onClick,
}: {
  readonly sign: string;
  readonly label: string;
  readonly onClick: () => void;
}): JSX.Element {
  return (
    <button type="button" class="icon" aria-label={label} title={label} onClick={onClick}>
      {sign}
    </button>
  );
}

function Field({
  input,
  text,
  id,
  actions,
}: {
  readonly input: ShownInput;
  readonly text: string;
  readonly id: string;
  readonly actions: PageActions;
}): JSX.Element {
  const { name, field, problem, choices } = input;
  const shared = {
    id,
    "data-input": name,
    ...(problem === null && noteOf(input) === null ? {} : { "aria-describedby": `${id}-note` }),
    ...(problem === null ? {} : { "aria-invalid": "true" as const }),
  };
  type Typed = TargetedEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>;
  const onInput = ({ currentTarget }: Typed): void => actions.edit(name, currentTarget.value);
  switch (field) {
    case "checkbox":
      return (
        <input
          {...shared}
          type="checkbox"
          checked={text === "true"}
          // Neither checked nor not: the context says nothing.
          indeterminate={text !== "true" && text !== "false"}
          onInput={({ currentTarget }) => actions.edit(name, String(currentTarget.checked))}
        />
      );
    case "select": {
      const isForeign = text !== "" && !choices.includes(text);
      return (
        <select {...shared} value={text} onInput={onInput}>
          <option value="">{emptyText(input)}</option>
          {[...choices, ...(isForeign ? [text] : [])].map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      );
    }
    case "text": {
      const step = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
        const stepped = steppedNumber(text, event.key, event.shiftKey);
        if (stepped === null) return;
        event.preventDefault();
        actions.edit(name, stepped);
      };
      return (
        <input
          {...shared}
          type="text"
          value={text}
          placeholder={emptyText(input)}
          spellcheck={false}
          autocomplete="off"
          onInput={onInput}
          onKeyDown={step}
        />
      );
    }
    case "json":
      return (
        <textarea
          {...shared}
          value={text}
          placeholder={emptyText(input)}
          rows={Math.min(12, Math.max(2, text.split("\n").length))}
          spellcheck={false}
          onInput={onInput}
        />
      );
  }
}

/** What an empty field stands for. */
function emptyText({ standIn, standInKind }: ShownInput): string {
  return standInKind === null ? "missing" : standIn;
}

function Unit({ input: { unit, text } }: { readonly input: ShownInput }): JSX.Element | null {
  // A value that names its own unit is not in this one.
  const isBare = text === "" || /^-?[\d.]+(?:[eE][+-]?\d+)?$/.test(text);
  return unit === "" || !isBare ? null : <span class="unit">{unit}</span>;
}

function titleOf({ type, optional }: ShownInput): string {
  const written = type === "" ? "of no settled kind" : `<${type}>`;
  return optional ? `${written}, may be absent` : written;
}

/** What there is to say of an input that is as it should be: what counts in its place, its range, its shape. */
function noteOf(input: ShownInput): string | null {
  const { text, standInKind, missing, optional, at, type, unit, field } = input;
  if (at !== null) return `read at ${at}`;
  if (text === "") {
    if (standInKind === "sample") return "missing: the sample stands in";
    if (standInKind === "default") return "missing: the default counts";
    if (optional) return "absent, as it may be";
    // The placeholder says so where there is one.
    return missing && field === "checkbox" ? "missing" : null;
  }
  const isPlain = type === unit || type === "" || /^(text|number|integer|time)\??$/.test(type);
  return field !== "text" || isPlain ? null : type;
}
