// Paths as documents write them, to paths below the project's root: for imports, suites and contexts of examples.

/**
 * The path that a document means by `path`, relative to the project's root as `document` is, with `/` between names.
 * Null when it leaves the root, is absolute or a URL, or names no file.
 */
export function resolveProjectPath(document: string, path: string): string | null {
  if (/^(?:[a-z]+:|[/\\])/iu.test(path) || /[/\\]$/u.test(path) || path === "") return null;
  const names = document.split("/").slice(0, -1);
  for (const name of path.split(/[/\\]/u)) {
    if (name === "..") {
      if (names.pop() === undefined) return null;
    } else if (name !== "." && name !== "") {
      names.push(name);
    }
  }
  return names.length === 0 ? null : names.join("/");
}
