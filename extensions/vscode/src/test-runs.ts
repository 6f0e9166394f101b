// Runs of the Test Explorer: what was asked for, document by document, reported as it comes back from the server.
import { type TimedOutcome, untrustedMessage } from "@omega/language-server";
import {
  BranchCoverage,
  type CancellationToken,
  commands,
  FileCoverage,
  type FileCoverageDetail,
  Location,
  l10n,
  StatementCoverage,
  type TestController,
  TestCoverageCount,
  type TestItem,
  TestMessage,
  type TestRun,
  type TestRunProfile,
  TestRunProfileKind,
  TestRunRequest,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { askAboutExamples } from "./ask-about-examples.ts";
import type { TestTree } from "./test-tree.ts";
import { toRange } from "./to-range.ts";

export interface TestRuns {
  /** Run and coverage, in the Test Explorer's menus and in the gutter. */
  readonly profiles: { readonly run: TestRunProfile; readonly coverage: TestRunProfile };
  /** Runs `include` as somebody who asks for it by a lens. */
  readonly start: (include: readonly TestItem[], profile: TestRunProfile) => Promise<void>;
}

/** The documents to run, each with its examples. */
type Asked = ReadonlyMap<TestItem, readonly TestItem[]>;

/** Gives `controller` its profiles. */
export function createTestRuns(
  controller: TestController,
  client: BaseLanguageClient,
  tree: TestTree,
): TestRuns {
  /** What the results of each document depend on beside itself, as of its last run. */
  const builtOn = new Map<string, ReadonlySet<string>>();
  const measurements = new WeakMap<FileCoverage, string>();
  let runs = 0;

  const runDocument = async (
    file: TestItem,
    examples: readonly TestItem[],
    run: TestRun,
    measurement: string | null,
  ): Promise<void> => {
    for (const example of examples) run.started(example);
    const { outcomes, builtOn: files } = await askAboutExamples(
      client,
      "run",
      { uri: file.id, ids: examples.map(({ id }) => id), measurement },
      run.token,
    );
    builtOn.set(file.id, new Set(files));
    const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    for (const example of examples) {
      const outcome = byId.get(example.id);
      // It was not come to, or the document has it no more.
      if (outcome === undefined) run.skipped(example);
      else report(outcome, example, run);
    }
  };

  const addCoverage = async (run: TestRun, measurement: string): Promise<void> => {
    for (const file of await askAboutExamples(client, "coverage", { measurement })) {
      const coverage = new FileCoverage(
        Uri.parse(file.uri),
        new TestCoverageCount(file.rules.covered, file.rules.total),
        new TestCoverageCount(file.branches.covered, file.branches.total),
      );
      measurements.set(coverage, measurement);
      run.addCoverage(coverage);
    }
  };

  const runOnce = async (request: TestRunRequest): Promise<void> => {
    if (request.include === undefined && controller.items.size === 0) await tree.discover();
    const asked = askedBy(request, controller);
    const run = controller.createTestRun(request);
    const isMeasured = request.profile?.kind === TestRunProfileKind.Coverage;
    const measurement = isMeasured ? `run ${++runs}` : null;
    try {
      for (const examples of asked.values()) for (const example of examples) run.enqueued(example);
      if (!workspace.isTrusted) {
        for (const examples of asked.values()) {
          for (const example of examples) run.errored(example, new TestMessage(untrustedMessage));
        }
        void offerTrust();
        return;
      }
      for (const [file, examples] of asked) {
        if (run.token.isCancellationRequested) break;
        try {
          await runDocument(file, examples, run, measurement);
        } catch (error) {
          if (run.token.isCancellationRequested) break;
          const message = new TestMessage(`the server did not run it: ${String(error)}`);
          for (const example of examples) run.errored(example, message);
        }
      }
      if (measurement !== null && !run.token.isCancellationRequested) {
        await addCoverage(run, measurement);
      }
    } finally {
      run.end();
    }
  };

  /** Whatever depends on what changes is run again, until `token` says enough. */
  const runOnChange = async (request: TestRunRequest, token: CancellationToken): Promise<void> => {
    const listening = tree.onDidChange((changed) => {
      const address = changed.toString();
      const concerned = [...askedBy(request, controller)]
        .filter(([{ id }]) => id === address || builtOn.get(id)?.has(address) === true)
        .flatMap(([, examples]) => examples);
      if (concerned.length === 0) return;
      void runOnce(new TestRunRequest(concerned, undefined, request.profile, true, true));
    });
    token.onCancellationRequested(() => listening.dispose());
    await runOnce(request);
  };

  // A result of what is no longer there is shown as such.
  tree.onDidChange((changed) => {
    const address = changed.toString();
    for (const [id, item] of controller.items) {
      if (id === address || builtOn.get(id)?.has(address) === true) {
        controller.invalidateTestResults(item);
      }
    }
  });

  const run = controller.createRunProfile(
    l10n.t("Run"),
    TestRunProfileKind.Run,
    (request, token) =>
      request.continuous === true ? runOnChange(request, token) : runOnce(request),
    true,
    undefined,
    true,
  );
  const coverage = controller.createRunProfile(
    l10n.t("Run with Coverage"),
    TestRunProfileKind.Coverage,
    runOnce,
    true,
  );
  coverage.loadDetailedCoverage = async (_, file, token) => {
    const measurement = measurements.get(file);
    if (measurement === undefined) return [];
    const uri = file.uri.toString();
    const parameters = { measurement, uri };
    const statements = await askAboutExamples(client, "coverageDetails", parameters, token);
    return statements.map(
      ({ executed, range, branches }): FileCoverageDetail =>
        new StatementCoverage(
          executed,
          toRange(range),
          branches.map(
            (part) => new BranchCoverage(part.executed, toRange(part.range), part.label),
          ),
        ),
    );
  };
  return {
    profiles: { run, coverage },
    start: (include, profile) => runOnce(new TestRunRequest(include, undefined, profile)),
  };
}

/** What a request is about: all there is where it names nothing, less what it leaves out. */
function askedBy({ include, exclude }: TestRunRequest, { items }: TestController): Asked {
  const left = new Set(exclude ?? []);
  const asked = new Map<TestItem, Set<TestItem>>();
  for (const item of include ?? [...items].map(([, file]) => file)) {
    const file = item.parent ?? item;
    const examples =
      item.parent === undefined ? [...item.children].map(([, child]) => child) : [item];
    if (left.has(file)) continue;
    const known = asked.get(file) ?? new Set();
    for (const example of examples) if (!left.has(example)) known.add(example);
    asked.set(file, known);
  }
  return new Map([...asked].map(([file, examples]) => [file, [...examples]]));
}

function report(outcome: TimedOutcome, item: TestItem, run: TestRun): void {
  const { status, title, milliseconds } = outcome;
  const messages = messagesOf(outcome, item);
  const where = item.parent === undefined ? "" : `${item.parent.label}: `;
  const lines = [`${where}${title}: ${status === "error" ? "could not run" : status}`];
  for (const { message } of outcome.failures)
    lines.push(...message.split("\n").map((line) => `  ${line}`));
  // Without a place: the message is shown there already.
  run.appendOutput(lines.map((line) => `${line}\r\n`).join(""), undefined, item);
  switch (status) {
    case "passed":
      run.passed(item, milliseconds);
      break;
    case "failed":
      run.failed(item, messages, milliseconds);
      break;
    case "error":
      run.errored(item, messages, milliseconds);
      break;
  }
}

function messagesOf({ failures }: TimedOutcome, { uri }: TestItem): readonly TestMessage[] {
  return failures.map(({ message: text, range, difference }) => {
    const message =
      difference === null
        ? new TestMessage(text)
        : TestMessage.diff(text, difference.expected, difference.actual);
    if (uri !== undefined) message.location = new Location(uri, toRange(range));
    return message;
  });
}

async function offerTrust(): Promise<void> {
  const manage = l10n.t("Manage Trust");
  const chosen = await window.showWarningMessage(`OMEGA: ${l10n.t(untrustedMessage)}`, manage);
  if (chosen === manage) await commands.executeCommand("workbench.trust.manage");
}
