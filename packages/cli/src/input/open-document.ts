// Documents in their project: text, settings, and the other files that the project lets them see.
import { realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import {
  type CompileOptions,
  compile,
  createSourceText,
  type Diagnostic,
  type Policy,
  type Settings,
  type SourceText,
} from "@omega/core";
import {
  type Configuration,
  createConfigurationFinder,
} from "../configuration/find-configuration.ts";
import { Failure } from "../failure.ts";
import { visible } from "../output/display-text.ts";
import type { ExemptedFinding, Finding, Place } from "../output/finding.ts";
import type { Session } from "../session.ts";
import { displayPath, type InputFile } from "./find-files.ts";
import { readTextFile, readTextStream } from "./read-text.ts";

/** A document that could be read. */
export interface OpenDocument {
  readonly file: InputFile;
  readonly text: string;
  readonly configuration: Configuration;
  /** What `compile` needs to know about where the document is. */
  readonly options: Required<Pick<CompileOptions, "file" | "load" | "settings" | "today">>;
  /** A file that diagnostics name, by its path from the project's root; null when it cannot be read. */
  readonly placeOf: (name: string) => Place | null;
}

/** What a command may set over the project's configuration. */
export interface SettingOverrides {
  readonly strict?: boolean;
}

/** A document, or in words why it cannot be read. */
export type DocumentOpener = (file: InputFile) => Promise<OpenDocument | string>;

/** Opens documents for `session`. It throws a `Failure` where a configuration has mistakes. */
export function createDocumentOpener(
  session: Session,
  overrides: SettingOverrides = {},
): DocumentOpener {
  const findConfiguration = createConfigurationFinder(session);
  return async (file) => {
    if (file.location !== null) session.filesRead.add(file.location);
    const reading =
      file.location === null
        ? await readTextStream(session.host.stdin())
        : readTextFile(file.location);
    if (!reading.ok) return `\`${visible(file.path)}\` ${reading.reason}`;
    const location = file.location ?? resolve(session.host.folder, file.path);
    const configuration = findConfiguration(dirname(location));
    return openDocument(session, file, location, reading.text, configuration, overrides);
  };
}

/** Opens the one document a command is about. Throws a `Failure` when it cannot be read. */
export async function openSingleDocument(
  session: Session,
  file: InputFile,
  overrides: SettingOverrides = {},
): Promise<OpenDocument> {
  const document = await createDocumentOpener(session, overrides)(file);
  if (typeof document === "string") throw new Failure(document);
  return document;
}

function openDocument(
  session: Session,
  file: InputFile,
  location: string,
  text: string,
  configuration: Configuration,
  overrides: SettingOverrides,
): OpenDocument {
  const { folder } = session.host;
  const root =
    configuration.root ?? (pathInside(folder, location) === null ? dirname(location) : folder);
  const name = pathInside(root, location) ?? file.path;
  const load = projectLoader(root, session);
  const places = new Map<string, Place | null>([
    [name, { path: file.path, source: createSourceText(text, name) }],
  ]);
  return {
    file,
    text,
    configuration,
    options: {
      file: name,
      load,
      settings: overriddenSettings(configuration.settings, overrides),
      today: new Date(session.host.now()).toISOString().slice(0, 10),
    },
    placeOf: (other) => {
      const known = places.get(other);
      if (known !== undefined) return known;
      const found = load(other);
      const place =
        found === null
          ? null
          : {
              path: displayPath(join(root, other), folder),
              source: createSourceText(found, other),
            };
      places.set(other, place);
      return place;
    },
  };
}

/** `--strict` is what `"strict": true` is: samples do not stand in either. */
function overriddenSettings(settings: Settings, { strict }: SettingOverrides): Settings {
  return strict === true ? { ...settings, strict, sampleDefaults: false } : settings;
}

/** Reads files of the project by their path from its root; null for those that are elsewhere or cannot be read. */
function projectLoader(root: string, { filesRead }: Session): (path: string) => string | null {
  return (path) => {
    filesRead.add(resolve(root, path));
    try {
      const location = realpathSync(resolve(root, path));
      if (isAbsolute(path) || pathInside(realpathSync(root), location) === null) return null;
      const reading = readTextFile(location);
      return reading.ok ? reading.text : null;
    } catch {
      return null;
    }
  };
}

/** The path from `folder` to `location` with forward slashes, or null when it leads out of the folder. */
function pathInside(folder: string, location: string): string | null {
  const path = relative(folder, location);
  if (path === "" || path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path)) return null;
  return path.replaceAll(sep, "/");
}

/** Compiles a document with its project's settings. */
export function compileDocument(document: OpenDocument, text = document.text): Policy {
  return compile(text, document.options);
}

/** Compiles a document that others import. */
export function compileImported(document: OpenDocument, text: string): Policy {
  return compile(text, { ...document.options, imported: true });
}

/** Diagnostics with the texts they are about. Those of files that cannot be read any more are left out. */
export function findingsOf(
  document: OpenDocument,
  { source, diagnostics }: Pick<Policy, "source" | "diagnostics">,
): readonly Finding[] {
  const find = findingFinder(document, source);
  return diagnostics.flatMap(find);
}

/** The same for what the document exempts. */
export function exemptedFindingsOf(
  document: OpenDocument,
  { source, exempted }: Pick<Policy, "source" | "exempted">,
): readonly ExemptedFinding[] {
  const find = findingFinder(document, source);
  return exempted.flatMap(({ diagnostic, reason }) =>
    find(diagnostic).map((finding) => ({ finding, reason })),
  );
}

/** Gives a diagnostic's finding, or none where its file cannot be read. */
function findingFinder(
  { file, placeOf }: OpenDocument,
  source: SourceText,
): (diagnostic: Diagnostic) => readonly Finding[] {
  const places = new Map<string, Place>([[source.file, { path: file.path, source }]]);
  const look = (name: string): Place | null => {
    const place = places.get(name) ?? placeOf(name);
    if (place !== null) places.set(name, place);
    return place;
  };
  return (diagnostic) => {
    for (const related of diagnostic.related) look(related.file);
    const place = look(diagnostic.file);
    return place === null ? [] : [{ diagnostic, place, places }];
  };
}
