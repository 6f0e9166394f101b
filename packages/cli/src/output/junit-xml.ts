// JUnit's XML, which CI servers show as test results: suites of cases. Five elements and five escapes need no library.

/** What became of a case. `detail` is text of several lines, shown as it is. */
type JUnitOutcome =
  | { readonly kind: "passed"; readonly detail: string }
  | {
      readonly kind: "failure" | "error";
      /** One word or code that groups outcomes: `OM3050`, `failed`. */
      readonly type: string;
      readonly message: string;
      readonly detail: string;
    };

export interface JUnitCase {
  readonly name: string;
  /** The file, from which servers make groups. */
  readonly className: string;
  readonly outcome: JUnitOutcome;
}

export interface JUnitSuite {
  readonly name: string;
  /** Null for what is about no file. */
  readonly file: string | null;
  readonly cases: readonly JUnitCase[];
}

/**
 * The report as Ant's JUnit task began it and Jenkins, GitLab and others read it: valid by the schema of Jenkins' xUnit
 * plugin (junit-10.xsd), which knows no lines. Durations are left out, so that equal results give equal bytes.
 */
export function junitXml(name: string, suites: readonly JUnitSuite[]): string {
  const cases = suites.flatMap((suite) => suite.cases);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, ...countsOf(cases) })}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function suiteLines({ name, file, cases }: JUnitSuite): readonly string[] {
  const head = `  <testsuite${attributes({ name, ...countsOf(cases), ...(file === null ? {} : { file }) })}`;
  return cases.length === 0
    ? [`${head}/>`]
    : [`${head}>`, ...cases.flatMap(caseLines), "  </testsuite>"];
}

function caseLines({ name, className, outcome }: JUnitCase): readonly string[] {
  const head = `    <testcase${attributes({ name, classname: className })}`;
  const { kind, detail } = outcome;
  if (kind === "passed") {
    if (detail === "") return [`${head}/>`];
    return [`${head}>`, `      <system-out>${escapeXml(detail)}</system-out>`, "    </testcase>"];
  }
  const { type, message } = outcome;
  return [
    `${head}>`,
    `      <${kind}${attributes({ type, message })}>${escapeXml(detail)}</${kind}>`,
    "    </testcase>",
  ];
}

function countsOf(cases: readonly JUnitCase[]): Readonly<Record<string, number>> {
  const count = (kind: JUnitOutcome["kind"]): number =>
    cases.filter(({ outcome }) => outcome.kind === kind).length;
  return { tests: cases.length, failures: count("failure"), errors: count("error") };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(
      ([name, value]) => ` ${name}="${escapeXml(String(value)).replace(/[\t\n\r]/g, reference)}"`,
    )
    .join("");
}

/** Text for XML 1.0; characters that it has no way to write become U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** A parser would read a line break in an attribute as a space. */
function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
