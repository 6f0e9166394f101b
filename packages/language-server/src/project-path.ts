// Between the addresses that editors use and the paths that documents use, below a project's root.
import { URI, Utils } from "vscode-uri";

/** The path of a file below a root, with `/` between names; null where it lies elsewhere. */
export function pathBelow(root: string, uri: string): string | null {
  const [from, to] = [URI.parse(root), URI.parse(uri)];
  if (from.scheme !== to.scheme || from.authority !== to.authority) return null;
  const folder = from.path.endsWith("/") ? from.path : `${from.path}/`;
  return to.path.startsWith(folder) ? to.path.slice(folder.length) : null;
}

/** The path that leads from one file to another below the same root, `../site.omni`; null where either lies elsewhere. */
export function relativePath(root: string, from: string, to: string): string | null {
  const [start, end] = [pathBelow(root, from)?.split("/"), pathBelow(root, to)?.split("/")];
  if (start === undefined || end === undefined) return null;
  let shared = 0;
  while (shared < Math.min(start.length, end.length) - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared + 1).map(() => ".."), ...end.slice(shared)].join("/");
}

/** The address of a path below a root. */
export function addressBelow(root: string, path: string): string {
  return Utils.joinPath(URI.parse(root), path).toString();
}

/** The folder a file lies in. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** A file's name without its folders. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** An address in the one spelling that comparisons need: editors escape differently. */
export function canonicalAddress(uri: string): string {
  return URI.parse(uri).toString();
}
