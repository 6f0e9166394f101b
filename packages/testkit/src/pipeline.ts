// Pipelines of GitHub Actions and GitLab CI as documentation shows them: read as YAML, with the omegac commands they run.
import { parseDocument } from "yaml";

export type Pipeline =
  | { readonly ok: true; readonly commands: readonly string[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads a workflow (`jobs` whose `steps` have `run` or `uses`) or a GitLab file (jobs with a `script`). Commands are
 * the lines that begin with `omegac` or `npx omegac`; a trailing `|| true` is kept.
 */
export function readPipeline(text: string): Pipeline {
  const document = parseDocument(text, { strict: true });
  const [error] = document.errors;
  if (error !== undefined) return { ok: false, problem: `it is no YAML: ${error.message}` };
  const root: unknown = document.toJS();
  const scripts = "jobs" in recordOf(root) ? stepsOf(root) : scriptsOf(root);
  const commands = scripts
    .flatMap((script) => script.split("\n"))
    .map((line) => line.trim().replace(/^npx (?=omegac )/, ""))
    .filter((line) => line.startsWith("omegac "));
  return commands.length === 0
    ? { ok: false, problem: "it is no pipeline: nothing in it runs omegac" }
    : { ok: true, commands };
}

function stepsOf(workflow: unknown): readonly string[] {
  return Object.values(recordOf(recordOf(workflow).jobs))
    .flatMap((job) => listOf(recordOf(job).steps))
    .flatMap((step) => textsOf(recordOf(step).run));
}

function scriptsOf(pipeline: unknown): readonly string[] {
  return Object.values(recordOf(pipeline)).flatMap((job) => textsOf(recordOf(job).script));
}

function recordOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
}
