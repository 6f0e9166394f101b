// What the page of a policy holds, section by section. Words come from the description's wording alone.
import { fill, plainText } from "@omega/core";
import { coverage, examples, findings, review, trace } from "./compose-evidence.ts";
import { exampleFigures, figuresOf } from "./compose-figures.ts";
import { constraints, flow, rules } from "./compose-rules.ts";
import { actors, facts, impact, inputs } from "./compose-surroundings.ts";
import type { ContentSection, PageContent } from "./page-content.ts";
import { type Policy, wordsOf } from "./page-pieces.ts";

/** How a page came about. */
export interface PageOrigin {
  readonly version: string;
  /** `2026-11-21`. */
  readonly today: string;
  /** The document as the reader of the page would find it. */
  readonly path: string;
}

/** A description as a page. Sections with nothing to say say so, where a reader would look for them. */
export function composePage(policy: Policy, origin: PageOrigin): PageContent {
  const { page } = policy.wording;
  const isSuite = policy.suiteFor !== null;
  const footer = { version: origin.version, date: origin.today, file: origin.path };
  return {
    language: policy.wording.language,
    title: policy.title,
    kicker: isSuite ? page.suiteKicker : page.kicker,
    purpose: policy.purpose ?? purposeOfSuite(policy) ?? page.noPurpose,
    figures: isSuite ? exampleFigures(policy) : figuresOf(policy),
    sections: isSuite
      ? [
          ...findings(policy, "error"),
          examples(policy),
          ...findings(policy, "warning"),
          sourceText(policy),
        ]
      : [
          ...findings(policy, "error"),
          ...facts(policy),
          actors(policy),
          inputs(policy),
          ...flow(policy),
          rules(policy),
          constraints(policy),
          impact(policy),
          trace(policy),
          examples(policy),
          ...coverage(policy),
          review(policy),
          ...findings(policy, "warning"),
          sourceText(policy),
        ],
    footer: [
      plainText(fill(page.footer.made, wordsOf(footer))),
      plainText(fill(page.footer.hash, wordsOf({ hash: policy.sha256 }))),
    ],
  };
}

function purposeOfSuite({ suiteFor, wording }: Policy): string | null {
  if (suiteFor === null) return null;
  return plainText(fill(wording.page.suitePurpose, wordsOf({ file: suiteFor })));
}

function sourceText(policy: Policy): ContentSection {
  return {
    id: "source",
    title: policy.wording.page.sections.source,
    blocks: [{ kind: "source", lines: policy.source }],
  };
}
