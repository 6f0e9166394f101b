// What the check of an open document knows of its names, as an analysis of the whole text would say it: for those who ask
// after each edit and cannot wait for one.
import { createReporter } from "../diagnostics/diagnostic.ts";
import type {
  Analysis,
  Attribute,
  ImportedDocument,
  Local,
  RuleInformation,
} from "../semantics/analysis.ts";
import { collectClauses } from "../semantics/collect-clauses.ts";
import { positionAt } from "../source/source-text.ts";
import { moveSpan } from "../source/span.ts";
import { rankOf } from "./check-rules-again.ts";
import {
  actionsAndActors,
  attributesInOrder,
  clauseSections,
  rememberOnce,
  sectionsOf,
} from "./check-whole.ts";
import type { ItemRecord } from "./item-record.ts";
import type { State } from "./open-state.ts";

/** An attribute, without the places that mention it. */
export type KnownAttribute = Omit<Attribute, "references">;

/** A bound name, without what only its evaluation needs. */
export type KnownLocal = Pick<Local, "name" | "kind" | "type" | "declaration" | "scope">;

/** What names mean in a document: the part of its analysis that an open document knows after each edit. */
export interface Meanings
  extends Pick<
    Analysis,
    "file" | "document" | "source" | "rules" | "actions" | "actors" | "constraints" | "effects"
  > {
  /** Declared ones first, in document order; then undeclared ones by the place of their first use. */
  readonly attributes: ReadonlyMap<string, KnownAttribute>;
  readonly locals: readonly KnownLocal[];
  readonly imports: readonly Pick<ImportedDocument, "path" | "source" | "importSpan">[];
}

/** The meanings in a document that was checked as it stands, each part made when first asked for; true until the next edit. */
export function knownMeanings(state: State): Meanings {
  const { live } = state;
  const { source } = live;
  const { documents } = state.imports;
  const clauses = rememberOnce(() =>
    collectClauses(
      sectionsOf(live, clauseSections),
      source,
      documents,
      createReporter(source.file, []),
    ),
  );
  const attributes = rememberOnce(() => attributesInOrder(state));
  const locals = rememberOnce(() => localsInOrder(state));
  const rules = rememberOnce(() => rulesInOrder(state));
  const spoken = rememberOnce(() => actionsAndActors(state, clauses()));
  return {
    file: source.file,
    document: live,
    source,
    imports: documents,
    get attributes() {
      return attributes();
    },
    get locals() {
      return locals();
    },
    get rules() {
      return rules();
    },
    get actions() {
      return spoken().actions;
    },
    get actors() {
      return spoken().actors;
    },
    get constraints() {
      return clauses().constraints;
    },
    get effects() {
      return clauses().effects;
    },
  };
}

/** Those of rules first, then those of constraints and effects. */
function localsInOrder({ live, records, imports: { documents } }: State): readonly KnownLocal[] {
  const { text } = live.source;
  return [live, ...documents]
    .flatMap(({ items }) => recordsOf(items, records))
    .filter(({ checked }) => checked.locals.length > 0)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .flatMap(({ item, file, checked }) =>
      checked.locals.map(({ name, kind, type, span, scope }): KnownLocal => {
        const place = moveSpan(span, item.start);
        const end = scope.end === null ? text.length : scope.end + item.start;
        return {
          name,
          kind,
          type,
          declaration: { file, span: place },
          scope: { start: scope.start + item.start, end },
        };
      }),
    );
}

/** The rules as they stand: what checks keep of them knows no lines. */
function rulesInOrder({ live, records }: State): readonly RuleInformation[] {
  const settled = new Map<RuleInformation, RuleInformation>();
  return recordsOf(live.items, records).flatMap(({ checked }) =>
    checked.rules.map((kept) => {
      const { id, position, rule, item, parent, span, moment } = kept;
      const { line } = positionAt(live.source, span.start);
      const around = parent === null ? null : (settled.get(parent) ?? parent);
      const now = { id, position, rule, item, parent: around, span, line, moment };
      settled.set(kept, now);
      return now;
    }),
  );
}

function recordsOf(
  items: State["live"]["items"],
  records: State["records"],
): readonly ItemRecord[] {
  return items.flatMap((item) => records.get(item) ?? []);
}
