// What `/version` says: the engine's version and where this build of it comes from.

/** `1.0.0-ci.<run>.<sha7>` where a workflow built it, else `1.0.0-local.<date>.<time>` of the start, in UTC. */
export function compilerVersion(
  version: string,
  environment: Readonly<Record<string, string | undefined>>,
  startedAt: Date,
): string {
  const { GITHUB_RUN_NUMBER: run, GITHUB_SHA: commit } = environment;
  if (run && commit) return `${version}-ci.${run}.${commit.slice(0, 7)}`;
  const [date = "", time = ""] = startedAt.toISOString().split("T");
  return `${version}-local.${date.replaceAll("-", "")}.${time.slice(0, 5).replace(":", "")}`;
}
