// Holds every package to the rules of the house: who imports whom, what core may touch, how files look.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The packages each package may import. Nothing imports upward or sideways. */
const layers: Record<string, readonly string[]> = {
  "@omega/core": [],
  "@omega/service": ["@omega/core"],
  "@omega/language-server": ["@omega/core", "@omega/service"],
  "@omega/prove": ["@omega/core"],
  "@omega/runner": ["@omega/core"],
  "@omega/cli": [
    "@omega/core",
    "@omega/service",
    "@omega/language-server",
    "@omega/prove",
    "@omega/runner",
  ],
  "@omega/testkit": ["@omega/core"],
  "@omega/benchmark": ["@omega/core"],
  "omega-vscode": [
    "@omega/core",
    "@omega/service",
    "@omega/language-server",
    "@omega/prove",
    "@omega/testkit",
  ],
};

/** What starts quickly imports these on demand only. */
const mustImportDynamically: Record<string, (imported: string) => boolean> = {
  "@omega/cli": (imported) => imported.startsWith("@omega/") && imported !== "@omega/core",
};

/** Names that say nothing about what a file holds. */
const emptyNames = /^(utils?|helpers?|managers?|common|misc)\b|[-.](utils?|helpers?|managers?)\b/;

interface Manifest {
  readonly name: string;
  readonly packageManager?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Import {
  readonly from: string;
  readonly kind: "type" | "static" | "dynamic";
}

interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly exportsDefault: boolean;
  readonly module: ReturnType<typeof parseSync>;
}

interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly sources: readonly SourceFile[];
}

const packages = ["packages", "extensions"].flatMap(foldersIn).map(readPackage);

test("every package has its place", () => {
  expect(packages.map(({ manifest }) => manifest.name).filter((name) => !(name in layers))).toEqual(
    [],
  );
});

describe.each(packages)("$manifest.name", ({ folder, manifest, sources }) => {
  test("imports only what is below it, and only what it declares", () => {
    const declared = { ...manifest.dependencies, ...manifest.devDependencies };
    const complaints = importsOf(sources).flatMap(({ file, from, kind }) => {
      const imported = packageOf(from);
      if (imported === undefined || isBuiltin(from) || isGivenByEditor(from, declared)) return [];
      if (isWorkspacePackage(imported) && !layers[manifest.name]?.includes(imported)) {
        return [`${file.path} imports ${imported}`];
      }
      if (!(imported in declared)) return [`${file.path} imports ${imported}, undeclared`];
      return kind === "static" && mustImportDynamically[manifest.name]?.(imported)
        ? [`${file.path} imports ${imported} statically`]
        : [];
    });
    expect(complaints).toEqual([]);
  });

  test("its relative imports stay inside it and carry their extension", () => {
    const inside = join(root, folder, "src") + sep;
    const complaints = importsOf(sources).flatMap(({ file, from }) => {
      if (!from.startsWith(".")) return [];
      const target = resolve(root, dirname(file.path), from);
      const leaves = !target.startsWith(inside);
      const bare = !/\.(tsx?|json)$|\.ohm-bundle\.js$/.test(from);
      return leaves || bare ? [`${file.path} imports ${from}`] : [];
    });
    expect(complaints).toEqual([]);
  });

  test("exports by name", () => {
    expect(sources.filter((file) => file.exportsDefault).map(pathOf)).toEqual([]);
  });

  test("names its files for what they export", () => {
    expect(sources.map(pathOf).filter((path) => emptyNames.test(basename(path)))).toEqual([]);
  });

  test("opens its files with one to three lines on their place", () => {
    expect(sources.filter((file) => !opensWithComment(file.text)).map(pathOf)).toEqual([]);
  });
});

/** `vscode` is no package: the editor gives it, and only its types are declared. */
function isGivenByEditor(from: string, declared: Readonly<Record<string, string>>): boolean {
  return from === "vscode" && "@types/vscode" in declared;
}

describe("core", () => {
  const sources = packages.find(({ manifest }) => manifest.name === "@omega/core")?.sources ?? [];

  test("uses no Node built-in", () => {
    const complaints = importsOf(sources)
      .filter(({ from }) => isBuiltin(from))
      .map(({ file, from }) => `${file.path} imports ${from}`);
    expect(complaints).toEqual([]);
  });

  test("imports ohm-js in the reference parser only", () => {
    const complaints = importsOf(sources)
      .filter(({ file, from }) => packageOf(from) === "ohm-js" && !isReference(file.path))
      .map(({ file }) => file.path);
    expect(complaints).toEqual([]);
  });

  test("keeps the reference parser out of the main entry", () => {
    expect(reachableFrom("packages/core/src/index.ts", sources).filter(isReference)).toEqual([]);
  });

  test("knows no clock, randomness or locale", () => {
    expect(sources.flatMap((file) => ambientReads(file))).toEqual([]);
  });
});

describe("dependencies", () => {
  const manifests = [readManifest("."), ...packages.map(({ manifest }) => manifest)];

  test.each(manifests)("$name pins exact versions", (manifest) => {
    const loose = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    }).filter(([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|workspace:\*)$/.test(version));
    expect(loose).toEqual([]);
  });

  test("the packages agree on the version of what they share", () => {
    const versions = new Map<string, Set<string>>();
    for (const { dependencies, devDependencies } of manifests) {
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
      }
    }
    expect([...versions].filter(([, found]) => found.size > 1)).toEqual([]);
  });

  test("the pinned package manager is the one installed for scripts", () => {
    const manifest = readManifest(".");
    expect(manifest.packageManager).toBe(`pnpm@${manifest.devDependencies?.pnpm}`);
  });

  test("the lockfile holds no registry address", () => {
    const lines = readFileSync(join(root, "pnpm-lock.yaml"), "utf8").split("\n");
    expect(lines.filter((line) => /https?:/.test(line))).toEqual([]);
  });
});

function foldersIn(parent: string): string[] {
  if (!existsSync(join(root, parent))) return [];
  return readdirSync(join(root, parent))
    .sort()
    .map((name) => `${parent}/${name}`)
    .filter((folder) => existsSync(join(root, folder, "package.json")));
}

function readPackage(folder: string): Package {
  return { folder, manifest: readManifest(folder), sources: readSources(`${folder}/src`) };
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
}

/** What ships: every TypeScript file but tests. */
function readSources(folder: string): SourceFile[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$/.test(name))
    .sort()
    .map((name) => readSource(join(root, folder, name)));
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, "utf8");
  const path = relative(root, file).split(sep).join("/");
  const module = parseSync(path, text);
  const { staticImports, staticExports, dynamicImports } = module.module;
  const exported = staticExports.flatMap(({ entries }) => entries);
  return {
    path,
    text,
    module,
    imports: [
      ...staticImports.map(({ moduleRequest, entries }) => ({
        from: moduleRequest.value,
        kind: kindOf(entries),
      })),
      ...exported.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null ? [] : [{ from: moduleRequest.value, kind: kindOf([{ isType }]) }],
      ),
      ...dynamicImports.map(({ moduleRequest }) => ({
        from: literal(text.slice(moduleRequest.start, moduleRequest.end)),
        kind: "dynamic" as const,
      })),
    ],
    exportsDefault: exported.some(({ exportName }) => exportName.kind === "Default"),
  };
}

/** An import of types alone is erased; an import of nothing runs the module. */
function kindOf(entries: readonly { readonly isType: boolean }[]): Import["kind"] {
  return entries.length > 0 && entries.every(({ isType }) => isType) ? "type" : "static";
}

/** The text of a string literal; an expression is returned as it is written. */
function literal(text: string): string {
  return /^(["'`])(.*)\1$/s.exec(text)?.[2] ?? text;
}

function importsOf(sources: readonly SourceFile[]): (Import & { readonly file: SourceFile })[] {
  return sources.flatMap((file) => file.imports.map((found) => ({ ...found, file })));
}

/** `@scope/name` or `name` of a bare specifier; undefined for a relative one. */
function packageOf(specifier: string): string | undefined {
  return /^(@[^/]+\/[^/]+|[^./][^/]*)/.exec(specifier)?.[1];
}

function isWorkspacePackage(name: string): boolean {
  return name.startsWith("@omega/") || name in layers;
}

function isReference(path: string): boolean {
  return /^packages\/core\/src\/(syntax\/)?reference[^/]*(\/|\.ts$)/.test(path);
}

/** The files that loading `entry` loads; imports of types load nothing. */
function reachableFrom(entry: string, sources: readonly SourceFile[]): string[] {
  const byPath = new Map(sources.map((file) => [file.path, file]));
  const reached = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = byPath.get(path);
    if (file === undefined || reached.has(path)) continue;
    reached.add(path);
    for (const { from, kind } of file.imports) {
      if (kind === "type" || !from.startsWith(".")) continue;
      waiting.push(
        relative(root, resolve(root, dirname(path), from))
          .split(sep)
          .join("/"),
      );
    }
  }
  return [...reached];
}

/** One to three lines of comment, before anything else; a blank comment line is not counted. */
function opensWithComment(text: string): boolean {
  const opening = /^(?:#!.*\n)?((?:\/\/.*\n)+|\/\*[\s\S]*?\*\/)/.exec(text)?.[1] ?? "";
  const lines = opening.split("\n").filter((line) => /\w/.test(line));
  return lines.length >= 1 && lines.length <= 3;
}

/** Reads of the clock, of chance or of the locale, as `path:line code`. Code inside strings is not meant. */
function ambientReads({ path, text, module }: SourceFile): string[] {
  const found: string[] = [];
  visit(module.program, (node) => {
    const code = text.slice(node.start, node.end);
    const ambient =
      (node.type === "MemberExpression" &&
        (/^(Date\.now|Math\.random)$/.test(code) || /\.(toLocale\w*|localeCompare)$/.test(code))) ||
      (node.type === "NewExpression" && /^new Date(\(\s*\))?$/.test(code)) ||
      (node.type === "CallExpression" && /^Date\(/.test(code)) ||
      (node.type === "Identifier" && /^(Intl|performance|globalThis|crypto)$/.test(code));
    if (ambient) found.push(`${path}:${text.slice(0, node.start).split("\n").length} ${code}`);
  });
  return found;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function visit(value: unknown, see: (node: SyntaxNode) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (isSyntaxNode(value)) see(value);
  for (const child of Object.values(value)) visit(child, see);
}

function isSyntaxNode(value: object): value is SyntaxNode {
  return "type" in value && "start" in value && "end" in value;
}

function pathOf({ path }: SourceFile): string {
  return path;
}
