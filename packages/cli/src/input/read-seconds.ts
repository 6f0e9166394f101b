// A time that an option gives, in seconds.
import { Failure } from "../failure.ts";

/** The seconds that the option's text says, above 0 and a day at most; `otherwise` where there is none. Throws a `Failure`. */
export function readSeconds(option: string, text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  const seconds = Number(text);
  if (text.trim() !== "" && seconds > 0 && seconds <= 86_400) return seconds;
  throw new Failure(
    `\`${option} ${text}\` is no number of seconds`,
    "write it like 10 or 0.5; a day at most",
  );
}
