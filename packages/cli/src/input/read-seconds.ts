// `--timeout 10`: a number of seconds.
import { Failure } from "../failure.ts";

/** The number of seconds that `--timeout` gives, `unless` without one. Throws a `Failure` for what is none. */
export function readSeconds(text: string | null, unless: number): number {
  if (text === null) return unless;
  const seconds = Number(text);
  if (text.trim() !== "" && seconds > 0 && seconds <= 86_400) return seconds;
  throw new Failure(
    `\`--timeout ${text}\` is no number of seconds`,
    "write it like 10 or 0.5; a day at most",
  );
}
