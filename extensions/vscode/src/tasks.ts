// `omegac check` and `omegac test` as tasks of each folder, with what they find in the list of problems.
import {
  type Disposable,
  l10n,
  ShellExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  Uri,
  type WorkspaceFolder,
  workspace,
} from "vscode";

const type = "omegac";

/** What `tasks.json` may say of a task of ours. */
interface OmegacTask extends TaskDefinition {
  readonly type: typeof type;
  readonly command: "check" | "test";
  /** Files, folders or globs; the whole folder without it. */
  readonly paths?: readonly string[];
}

export function provideTasks(): Disposable {
  return tasks.registerTaskProvider(type, {
    async provideTasks() {
      const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
      const found = await Promise.all(
        folders.map(async (folder) => {
          const program = await findProgram(folder);
          return (["check", "test"] as const).map((command) =>
            createTask({ type, command }, folder, program),
          );
        }),
      );
      return found.flat();
    },
    async resolveTask({ definition, scope }) {
      const folder = typeof scope === "object" ? scope : workspace.workspaceFolders?.[0];
      if (folder === undefined || !isOmegacTask(definition)) return undefined;
      return createTask(definition, folder, await findProgram(folder));
    },
  });
}

function isOmegacTask(definition: TaskDefinition): definition is OmegacTask {
  const { command, paths } = definition;
  const isList =
    paths === undefined ||
    (Array.isArray(paths) && paths.every((path) => typeof path === "string"));
  return (command === "check" || command === "test") && isList;
}

function createTask(definition: OmegacTask, folder: WorkspaceFolder, program: string): Task {
  const { command, paths = ["."] } = definition;
  const run = new ShellExecution(program, [command, "--format", "compact", ...paths], {
    cwd: folder.uri.fsPath,
  });
  const matcher = command === "check" ? "$omegac" : "$omegac-test";
  const task = new Task(definition, folder, command, type, run, matcher);
  task.group = command === "check" ? TaskGroup.Build : TaskGroup.Test;
  task.detail = command === "check" ? l10n.t("check every document") : l10n.t("run every example");
  return task;
}

/** The project's own `omegac`, else the one on the PATH. */
async function findProgram({ uri }: WorkspaceFolder): Promise<string> {
  const own = Uri.joinPath(uri, "node_modules", ".bin", "omegac");
  try {
    await workspace.fs.stat(own);
    return own.fsPath;
  } catch {
    return "omegac";
  }
}
