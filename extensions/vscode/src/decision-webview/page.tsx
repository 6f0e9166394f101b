// The decision view's page, as a function of what it shows: no state, no effects, so that tests read it as text.
import type { DecideAnswer } from "@omega/language-server";
import type { DecidedView, ShownAction, ShownFinding } from "@omega/service";
import type { ComponentChildren, JSX } from "preact";
import { InputRow, Tool } from "./input-row.tsx";
import { Message } from "./message.tsx";
import type { DecisionModel } from "./messages.ts";
import type { PageActions } from "./page-actions.ts";
import { RowList, Sign } from "./row-list.tsx";
import { type Mark, markOfRule, markOfStatus } from "./status.ts";

export interface PageProperties {
  readonly model: DecisionModel;
  /** What is being typed into fields, by the names of their inputs. */
  readonly drafts: ReadonlyMap<string, string>;
  readonly actions: PageActions;
}

/** Stands for the clock among names of inputs: none begins with a space. */
export const clockName = " clock";

export function Page({ model, drafts, actions }: PageProperties): JSX.Element {
  const { answer, last } = model;
  const isStale = answer?.kind === "undecidable";
  const decided = answer?.kind === "decided" ? answer : last;
  return (
    <main aria-label={`Decision of ${model.documentName}`}>
      <header>
        <ContextChoice model={model} actions={actions} />
        <div role="status" class="status">
          {answer === null && <span class="quiet">Deciding…</span>}
          {answer?.kind === "undecidable" && (
            <Undecidable answer={answer} hasLast={decided !== null} actions={actions} />
          )}
          {answer?.kind === "decided" && <Summary decided={answer} />}
        </div>
        {answer?.kind === "decided" && answer.remarks.length > 0 && (
          <ul class="remarks">
            {answer.remarks.map((text) => (
              <li>
                <Message text={text} />
              </li>
            ))}
          </ul>
        )}
      </header>
      <div class="columns">
        <div class="column">
          <Inputs model={model} drafts={drafts} actions={actions} />
        </div>
        {decided !== null && (
          <div class={isStale ? "column stale" : "column"}>
            <Results decided={decided} actions={actions} />
            <Rules decided={decided} actions={actions} />
          </div>
        )}
      </div>
    </main>
  );
}

// --- head ---------------------------------------------------------------------------------------------------------

type Shared = Pick<PageProperties, "model" | "actions">;

function ContextChoice({ model, actions }: Shared): JSX.Element {
  return (
    <div class="context">
      <span id="context-label" class="caption">
        Context
      </span>
      <button
        type="button"
        class="choose"
        id="choose"
        aria-labelledby="context-label choose"
        title="Choose a context file, an EXAMPLE, or begin without"
        onClick={actions.chooseContext}
      >
        <span class="choose-name">{model.contextName}</span>
        {(model.edited.length > 0 || model.isClockEdited) && (
          <span class="choose-edited">edited</span>
        )}
        <span class="chevron" aria-hidden="true" />
      </button>
    </div>
  );
}

function Undecidable({
  answer: { message, place },
  hasLast,
  actions,
}: {
  readonly answer: Extract<DecideAnswer, { readonly kind: "undecidable" }>;
  readonly hasLast: boolean;
  readonly actions: PageActions;
}): JSX.Element {
  return (
    <>
      <span class="sign bad" aria-hidden="true">
        ✗
      </span>
      <div class="undecidable">
        <strong>{place === null ? "Cannot be decided" : "The document has errors"}</strong>
        {place === null ? (
          <Message text={message} />
        ) : (
          <button type="button" class="link" onClick={() => actions.reveal(place)}>
            line {place.range.start.line + 1}: <Message text={message} />
          </button>
        )}
        {hasLast && <span class="quiet">Below is what was decided before.</span>}
      </div>
    </>
  );
}

/** So many actions are read out. */
const mostHeard = 8;

function Summary({
  decided: { status, actions, pending },
}: {
  readonly decided: DecidedView;
}): JSX.Element {
  const { sign, tone, word } = markOfStatus(status);
  const taken = actions.length === 0 ? "no action" : countOf(actions.length, "action");
  // Eyes find the actions below; who listens is told what changes.
  const names = actions
    .slice(0, mostHeard)
    .map(({ text }) => text)
    .join(", ");
  const waiting = pending.length === 0 ? "" : `, ${pending.length} pending`;
  return (
    <>
      <span class={`sign ${tone}`} aria-hidden="true">
        {sign}
      </span>
      <strong class={tone}>{word}</strong>
      <span class="quiet">
        {taken}
        {waiting}
      </span>
      <span class="heard">{names}</span>
    </>
  );
}

// --- inputs -------------------------------------------------------------------------------------------------------

function Inputs({ model, drafts, actions }: PageProperties): JSX.Element {
  const { answer, edited, isClockEdited } = model;
  const isEdited = edited.length > 0 || isClockEdited;
  const reset = isEdited && (
    <button type="button" class="text" onClick={() => actions.reset(null)}>
      Reset
    </button>
  );
  return (
    <Section title="Inputs" tools={reset}>
      <div class="inputs">
        {answer?.inputs.map((input) => (
          <InputRow
            key={input.name}
            input={input}
            isEdited={edited.includes(input.name)}
            draft={drafts.get(input.name) ?? null}
            actions={actions}
          />
        ))}
        <Clock model={model} drafts={drafts} actions={actions} />
      </div>
      <UnreadNames unread={answer?.unread ?? []} />
      <div class="buttons">
        <button
          type="button"
          class="primary"
          disabled={answer?.kind !== "decided"}
          onClick={actions.saveAsExample}
        >
          Save as EXAMPLE…
        </button>
        <button
          type="button"
          class="secondary"
          disabled={answer === null}
          onClick={actions.saveContext}
        >
          Save Context…
        </button>
      </div>
    </Section>
  );
}

function Clock({ model: { answer, isClockEdited }, drafts, actions }: PageProperties): JSX.Element {
  return (
    <div class={isClockEdited ? "input edited" : "input"} key={clockName}>
      <div class="input-name">
        <label
          for="clock"
          title="The instant of the decision: clock functions and freshness go by it"
        >
          now
        </label>
      </div>
      <div class="input-value">
        <input
          id="clock"
          data-input={clockName}
          type="text"
          value={drafts.get(clockName) ?? answer?.now ?? ""}
          placeholder="no clock"
          spellcheck={false}
          autocomplete="off"
          onInput={({ currentTarget }) => actions.setClock(currentTarget.value)}
        />
        <span class="input-tools">
          <Tool
            sign="↻"
            label="Set the clock to the present"
            onClick={() => actions.setClock(null)}
          />
        </span>
      </div>
    </div>
  );
}

function UnreadNames({ unread }: { readonly unread: DecideAnswer["unread"] }): JSX.Element | null {
  if (unread.length === 0) return null;
  const most = 20;
  const names = unread
    .slice(0, most)
    .map(({ name, suggestion }) =>
      suggestion === null ? `\`${name}\`` : `\`${name}\` (did you mean \`${suggestion}\`?)`,
    );
  const more = unread.length > most ? `, and ${unread.length - most} more` : "";
  return (
    <p class="note open">
      <Message text={`The document does not read ${names.join(", ")}${more}`} />
    </p>
  );
}

// --- results ------------------------------------------------------------------------------------------------------

interface ResultProperties {
  readonly decided: DecidedView;
  readonly actions: PageActions;
}

function Results({ decided, actions }: ResultProperties): JSX.Element {
  const open = decided.unknowns.filter(({ handled }) => !handled);
  const answered = decided.unknowns.filter(({ handled }) => handled);
  const { reveal } = actions;
  const numbered = decided.actions.map((action, index) => ({
    ...actionRow(action, ""),
    lead: <span class="number">{index + 1}</span>,
  }));
  const pending = decided.pending.map((action) => actionRow(action, `once ${action.by} agrees`));
  const withheld = decided.withheld.map((action) => actionRow(action, `by \`${action.by}\``));
  const findings = (list: readonly ShownFinding[], mark: Mark) =>
    list.map((finding) => findingRow(finding, mark));
  const lists = [
    { title: "Pending", rows: pending },
    { title: "Withheld", rows: withheld },
    { title: "Violations", rows: findings(decided.violations, signs.violated) },
    { title: "Unknown", rows: findings(open, signs.unknown) },
    { title: "Answered by UNKNOWN", rows: findings(answered, signs.answered) },
    { title: "Log", rows: findings(decided.logs, signs.logged) },
  ];
  return (
    <>
      <Section title="Actions">
        {numbered.length === 0 ? (
          <p class="none">No action is taken.</p>
        ) : (
          <RowList label="Actions" rows={numbered} reveal={reveal} />
        )}
      </Section>
      {lists
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <Section key={title} title={title}>
            <RowList label={title} rows={rows} reveal={reveal} />
          </Section>
        ))}
    </>
  );
}

const signs = {
  violated: { sign: "✗", tone: "bad", word: "violated" },
  unknown: { sign: "?", tone: "open", word: "unknown" },
  answered: { sign: "?", tone: "quiet", word: "answered" },
  logged: { sign: "›", tone: "quiet", word: "logged" },
} as const satisfies Readonly<Record<string, Mark>>;

function actionRow({ text, rule, line, because, bindings }: ShownAction, by: string) {
  return {
    place: { line },
    lead: null,
    main: <code class="action">{text}</code>,
    where: `${rule}, line ${line}`,
    below: [by, because, bindings].filter((fact) => fact !== ""),
  };
}

function findingRow({ of, message, line }: ShownFinding, mark: Mark) {
  return {
    place: { line },
    lead: <Sign mark={mark} />,
    main: <Message text={message} />,
    where: `${of}, line ${line}`,
    below: [],
  };
}

function Rules({ decided: { rules, file }, actions }: ResultProperties): JSX.Element {
  const rows = rules.map(({ id, text, outcome, because, range, depth }) => ({
    place: { file, range },
    lead: <Sign mark={markOfRule(outcome)} />,
    main: (
      <span class={outcome === "fired" ? "rule fired" : "rule"} style={{ "--depth": `${depth}` }}>
        <span class="rule-id">{id}</span> <code>{text}</code>
      </span>
    ),
    where: `line ${range.start.line + 1}`,
    below: because === "" ? [] : [because],
  }));
  return (
    <Section title="Rules">
      <RowList label="Rules" rows={rows} reveal={actions.reveal} />
    </Section>
  );
}

function Section({
  title,
  tools = null,
  children,
}: {
  readonly title: string;
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}): JSX.Element {
  const id = `section-${title.toLowerCase().replaceAll(" ", "-")}`;
  return (
    <section aria-labelledby={id}>
      <div class="title">
        <h2 id={id}>{title}</h2>
        {tools}
      </div>
      {children}
    </section>
  );
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
