// Paths as documents write them, to paths below the project's root: for imports, suites and contexts of examples.

/**
 * The path that a document means by `path`, relative to the project's root as `document` is, with `/` between names.
 * Null when it leaves the root, is absolute or a URL, holds what not every system takes for a name (`\`, NUL), or
 * names no file.
 */
export function resolveProjectPath(document: string, path: string): string | null {
  if (/^\/|[\\\0]|^[A-Za-z][A-Za-z0-9+.-]*:|\/$|^$/u.test(path)) return null;
  const names = document.split("/").slice(0, -1);
  for (const name of path.split("/")) {
    if (name === "..") {
      if (names.pop() === undefined) return null;
    } else if (name !== "." && name !== "") {
      names.push(name);
    }
  }
  return names.length === 0 ? null : names.join("/");
}
