// Everything an editor does with examples: listing and running them, their coverage, and the lenses above them and above rules.
import type { Locale } from "@omega/core";
import {
  coverageOfRule,
  findCodeLenses,
  lensCommands,
  listExamples,
  resolveCoverageLens,
  ruleOfLens,
} from "@omega/service";
import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  LSPErrorCodes,
  MessageType,
  ResponseError,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import {
  type ExampleRequests,
  exampleRequests,
  type RunAnswer,
  trustGranted,
} from "./example-requests.ts";
import { createExampleRuns, untrustedMessage } from "./example-runs.ts";
import type { Project } from "./project.ts";
import type { Proofs } from "./proofs.ts";
import type { RightOfWay } from "./right-of-way.ts";
import { tellBy } from "./tell.ts";

/** The commands of `workspace/executeCommand`: what lenses do in an editor that has nothing better. */
export function commandsFor(canProve: boolean): readonly string[] {
  return Object.values(lensCommands).filter((name) => canProve || name !== lensCommands.prove);
}

/** The lenses of documents that nobody edits, but that say something else once others have changed. */
export interface LensesOfOthers {
  /** Some document or file is different: a suite may cover more of its policy. */
  readonly changed: () => void;
  readonly end: () => void;
}

/** A suite is written beside its policy: the lenses there follow after this time without a key. */
const quietMilliseconds = 500;

/** Answers what is asked about examples on a connection. */
export function serveExamples(
  connection: Connection,
  client: Client,
  project: Project,
  proofs: Proofs,
  { phrase }: Locale,
  rightOfWay: RightOfWay,
): LensesOfOthers {
  const runs = createExampleRuns(project, client.isTrusted);
  const answer = <Name extends keyof ExampleRequests>(
    name: Name,
    handler: (
      parameters: ExampleRequests[Name]["parameters"],
      token: CancellationToken,
    ) => Promise<ExampleRequests[Name]["answer"]> | ExampleRequests[Name]["answer"],
  ): void => {
    connection.onRequest<unknown, void>(exampleRequests[name], handler);
  };
  const refreshLenses = refreshLensesBy(connection, client);
  answer("list", async ({ uri }) => {
    const document = await project.readAlone(uri);
    return document === null ? [] : listExamples(document);
  });
  answer("suites", ({ uri }) => project.suitesOf(uri));
  answer("run", async (request, token) => {
    const outcome = await runs.run(request, token);
    refreshLenses();
    return outcome;
  });
  answer("coverage", ({ measurement }) => runs.measured(measurement));
  answer("coverageDetails", ({ measurement, uri }) => runs.details(measurement, uri));
  connection.onNotification(trustGranted, () => {
    runs.trust();
    project.trust();
    refreshLenses();
  });

  connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    await rightOfWay.turn(token);
    const document = await project.find(uri);
    if (token.isCancellationRequested) return cancelled();
    if (document === null) return null;
    const outcomes = runs.outcomesOf(uri);
    const canMeasure =
      runs.isTrusted() &&
      (listExamples(document).length > 0 || (await project.suitesOf(uri)).length > 0);
    const proof = proofs.of(document);
    const canProve = proofs.isPossible && runs.isTrusted();
    const { showsDecisions } = client;
    const knowledge = { outcomes, canMeasure, canProve, proof, showsDecisions };
    return [...findCodeLenses(document, knowledge)];
  });
  connection.onCodeLensResolve(async (lens, token) => {
    const rule = ruleOfLens(lens);
    if (rule === null) return lens;
    const coverage = await runs.coverageOf(rule.uri, false);
    if (token.isCancellationRequested) return cancelled();
    // What was measured is of the text as it is now; a lens of an older text may stand above another rule.
    if ((await project.find(rule.uri))?.version !== rule.version) {
      return new ResponseError(LSPErrorCodes.ContentModified, "the document has changed");
    }
    const resolved = resolveCoverageLens(lens, rule, coverage);
    const { title, tooltip, ...command } = resolved.command;
    const said = { title: phrase(title), tooltip: tooltip.map(phrase).join("\n") };
    return { ...resolved, command: { ...command, ...said } };
  });

  const tell = tellBy(connection, phrase);
  const runAndTell = async (
    uri: string,
    ids: readonly string[] | null,
    token: CancellationToken,
  ): Promise<RunAnswer["outcomes"]> => {
    const { outcomes } = await runs.run({ uri, ids, measurement: null }, token);
    refreshLenses();
    const failed = outcomes.filter(({ status }) => status !== "passed");
    const [first] = failed;
    if (first === undefined) {
      const names =
        outcomes.length === 1 ? `\`${outcomes[0]?.title}\`` : `${outcomes.length} examples`;
      await tell(
        MessageType.Info,
        outcomes.length === 0 ? "no examples to run" : `${names} passed`,
      );
    } else {
      const more = failed.length > 1 ? `, and ${failed.length - 1} more failed` : "";
      await tell(MessageType.Error, `\`${first.title}\`: ${first.message}${more}`);
    }
    return outcomes;
  };
  const tellCoverage = async (uri: string, first: number, last: number): Promise<null> => {
    const coverage = await runs.coverageOf(uri, true);
    if (coverage === null || coverage === "too much") {
      await tell(MessageType.Warning, "coverage is measured when the document has no errors");
      return null;
    }
    const covered = coverageOfRule(coverage, { first, last });
    if (covered === null) return null;
    await tell(MessageType.Info, [covered.title, ...covered.gaps].map(phrase).join("\n"));
    return null;
  };
  connection.onExecuteCommand(async ({ command, arguments: given = [] }, token) => {
    const [uri, ...rest]: readonly unknown[] = given;
    if (typeof uri !== "string") return null;
    if (!runs.isTrusted()) {
      await tell(MessageType.Warning, untrustedMessage);
      return null;
    }
    const [first, last] = rest;
    switch (command) {
      case lensCommands.runExample:
        return typeof first === "string" ? runAndTell(uri, [first], token) : null;
      case lensCommands.runExamples:
        return runAndTell(uri, null, token);
      case lensCommands.prove:
        return proofs.prove(uri, token);
      case lensCommands.showCoverage:
        return typeof first === "number" && typeof last === "number"
          ? tellCoverage(uri, first, last)
          : null;
      default:
        return null;
    }
  });

  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    changed() {
      clearTimeout(waiting);
      // The editor asks anew for the lenses of what is being edited.
      if (project.openDocuments().length > 1)
        waiting = setTimeout(refreshLenses, quietMilliseconds);
    },
    end: () => clearTimeout(waiting),
  };
}

/** Has the client ask for its lenses again, if it can. */
export function refreshLensesBy(connection: Connection, client: Client): () => void {
  return () => {
    if (client.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
  };
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "the request was cancelled");
}
