// The page of a policy, from the compiled document to the text of a file. In a bundle of its own with the layout
// library: no other command loads it.
import {
  type Coverage,
  type Description,
  describePolicy,
  type ExampleResult,
  type Locale,
  type Policy,
} from "@omega/core";
import { composePage } from "./compose-page.ts";
import { renderHtml } from "./render-html.ts";
import { renderMarkdown } from "./render-markdown.ts";

interface PolicyPageOptions {
  readonly format: "html" | "markdown";
  /** `2026-11-21`: reviews are due against it, and the page says when it was written. */
  readonly today: string;
  readonly version: string;
  /** The document as its reader would find it. */
  readonly path: string;
  readonly results: readonly ExampleResult[];
  readonly coverage: Coverage | null;
  /** Null for English. */
  readonly wording: Description.PolicyDescription["wording"] | null;
  readonly locale: Locale;
}

/** The whole page. A document with errors gives one, too. */
export function policyPage(policy: Policy, options: PolicyPageOptions): string {
  const { format, today, version, path, results, coverage, wording, locale } = options;
  const words = wording === null ? {} : { wording };
  const description = describePolicy(policy, { today, results, coverage, locale, ...words });
  const content = composePage(description, { version, today, path });
  switch (format) {
    case "html":
      return renderHtml(content, description);
    case "markdown":
      return renderMarkdown(content, description);
  }
}
