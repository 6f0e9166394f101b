// The one document that a command is about.
import { Failure } from "../failure.ts";
import { findFiles, type InputFile } from "./find-files.ts";

/** The document `operand` means; a folder or pattern will do where it holds just one. Throws a `Failure` otherwise. */
export async function findSingleFile(
  operand: string,
  folder: string,
  stdinName: string | null,
): Promise<InputFile> {
  const { files, problems } = await findFiles([operand], folder, stdinName);
  const [problem] = problems;
  if (problem !== undefined) throw new Failure(problem);
  const [file, other] = files;
  if (file !== undefined && other === undefined) return file;
  throw new Failure(
    `\`${operand}\` holds ${files.length} documents`,
    `name one of them, for example \`${file?.path ?? "policy.omni"}\``,
  );
}
