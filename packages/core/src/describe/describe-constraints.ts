// Constraints and effects as sentences: the enforced ones by what they do, those in prose as their authors wrote them.
import type { Analysis, ConstraintInformation } from "../semantics/analysis.ts";
import type { Clause, Name } from "../syntax/tree.ts";
import type { DescribedConstraint } from "./description.ts";
import { inlineCondition } from "./inline-condition.ts";
import { fill, listPhrase, type Phrase, piece, words } from "./phrase.ts";
import { describeCondition } from "./phrase-condition.ts";
import { createSpeaker } from "./phrase-expression.ts";
import type { Speaker } from "./speaker.ts";
import type { Wording } from "./wording.ts";

/** The document's own in its order, then those that imports bring. */
export function describeConstraints(
  analysis: Analysis,
  wording: Wording,
): readonly DescribedConstraint[] {
  const formal = new Map(analysis.constraints.map((each) => [each.constraint, each]));
  const own = analysis.document.sections
    .filter(({ keyword }) => keyword === "CONSTRAINT")
    .flatMap(({ items }) => items)
    .flatMap(({ body }): DescribedConstraint[] => {
      if (body.kind === "labelled") {
        return [
          {
            id: body.references[0]?.text ?? null,
            category: body.label.text,
            meaning: words(body.text),
            how: wording.constraint.prose,
            formal: false,
            from: null,
          },
        ];
      }
      const information = body.kind === "formal-constraint" ? formal.get(body) : undefined;
      return information === undefined ? [] : [describeFormal(information, analysis, wording)];
    });
  const imported = analysis.constraints
    .filter((each) => each.imported)
    .map((each) => describeFormal(each, analysis, wording));
  return [...own, ...imported];
}

function describeFormal(
  { id, constraint, item, imported, source }: ConstraintInformation,
  analysis: Analysis,
  wording: Wording,
): DescribedConstraint {
  const speaker = createSpeaker(wording, (expression) => analysis.typeOf(item, expression));
  return {
    id,
    category: constraint.category.text,
    meaning: phraseClause(constraint.clause, speaker),
    how: enforcement(constraint.clause, wording),
    formal: true,
    from: imported ? source.file : null,
  };
}

/** A clause as a sentence, with what it says of conditions that are not known. */
function phraseClause(clause: Clause, speaker: Speaker): Phrase {
  const { constraint, and } = speaker.wording;
  const named = (names: readonly Name[], joint = and): Phrase =>
    listPhrase(
      names.map(({ text }) => piece("action", text)),
      joint,
    );
  switch (clause.kind) {
    case "never": {
      const alone = clause.actions.length === 1;
      const actions = named(clause.actions);
      if (clause.guard === null) {
        return fill(alone ? constraint.never : constraint.neverTogether, { actions });
      }
      const condition = inlineCondition(
        describeCondition(clause.guard.condition, speaker),
        speaker.wording,
      );
      const template =
        clause.guard.kind === "when"
          ? alone
            ? constraint.neverWhen
            : constraint.neverTogetherWhen
          : alone
            ? constraint.neverUnless
            : constraint.neverTogetherUnless;
      return fill(template, { actions, condition });
    }
    case "always":
      return fill(constraint.always, {
        actions: named([clause.action]),
        condition: inlineCondition(describeCondition(clause.condition, speaker), speaker.wording),
      });
    case "at-most":
    case "exactly-one": {
      const [whole, each] =
        clause.kind === "at-most"
          ? [constraint.atMost, constraint.atMostPer]
          : [constraint.exactlyOne, constraint.exactlyOnePer];
      return fill(clause.per === null ? whole : each, {
        actions: named(clause.actions, speaker.wording.or),
        count: clause.kind === "at-most" ? piece("value", String(clause.count)) : [],
        per: clause.per === null ? [] : piece("name", clause.per.text),
      });
    }
    case "requires":
      return fill(constraint.requires, {
        actions: named([clause.action]),
        other: named([clause.required]),
      });
    case "before":
      return fill(constraint.before, {
        actions: named([clause.action]),
        other: named([clause.later]),
      });
    case "max-loop":
      return fill(constraint.maxLoop, { count: piece("value", String(clause.count)) });
  }
}

function enforcement({ kind }: Clause, { constraint }: Wording): string {
  switch (kind) {
    case "never":
    case "at-most":
    case "requires":
      return constraint.withholds;
    case "always":
    case "exactly-one":
    case "before":
      return constraint.reports;
    case "max-loop":
      return constraint.caps;
  }
}

/** What actions are expected to do. */
export function describeEffects(analysis: Analysis, wording: Wording): readonly Phrase[] {
  return analysis.effects.map(({ effect, item }) =>
    fill(wording.effect[effect.change], {
      action: piece("action", effect.action.text),
      attribute: piece("name", effect.attribute.text),
      amount: createSpeaker(wording, (expression) => analysis.typeOf(item, expression)).phrase(
        effect.amount,
      ),
    }),
  );
}
