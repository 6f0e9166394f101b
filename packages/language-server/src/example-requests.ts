// The requests about examples, beyond the protocol: their names and what goes each way, for editors that know OMEGA.
import type { CoveredStatement, ExampleOutcome, ListedExample } from "@omega/service";

/** The names on the wire. */
export const exampleRequests = {
  list: "omega/examples",
  suites: "omega/suites",
  run: "omega/runExamples",
  coverage: "omega/coverage",
  coverageDetails: "omega/coverageDetails",
} as const;

/** The user has come to trust the folder that was not trusted when the server started: a notification. */
export const trustGranted = "omega/trustGranted";

/** What goes each way. */
export interface ExampleRequests {
  /** The examples of a document, open or not. */
  readonly list: Exchange<AboutDocument, readonly ListedExample[]>;
  /** The addresses of the suites about a policy. */
  readonly suites: Exchange<AboutDocument, readonly string[]>;
  readonly run: Exchange<RunRequest, RunAnswer>;
  /** What runs under one name have covered, file by file. */
  readonly coverage: Exchange<AboutMeasurement, readonly MeasuredFile[]>;
  /** All of one of these files, for when somebody looks at it. */
  readonly coverageDetails: Exchange<AboutMeasurement & AboutDocument, readonly CoveredStatement[]>;
}

interface Exchange<Parameters, Answer> {
  readonly parameters: Parameters;
  readonly answer: Answer;
}

interface AboutDocument {
  readonly uri: string;
}

interface AboutMeasurement {
  readonly measurement: string;
}

export interface RunRequest extends AboutDocument {
  /** Which of the document's examples; null for all. */
  readonly ids: readonly string[] | null;
  /** A name of the client's choice: what runs under one name is measured together. Null where nothing is measured. */
  readonly measurement: string | null;
}

export interface RunAnswer {
  readonly outcomes: readonly TimedOutcome[];
  /** The addresses of the files that the outcomes depend on, beside the document itself. */
  readonly builtOn: readonly string[];
}

export interface TimedOutcome extends ExampleOutcome {
  readonly milliseconds: number;
}

/** The figures of a file; see `FileCoverage` of the service. */
export interface MeasuredFile extends AboutDocument {
  readonly rules: { readonly covered: number; readonly total: number };
  readonly branches: { readonly covered: number; readonly total: number };
}
