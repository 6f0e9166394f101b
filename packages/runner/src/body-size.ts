// Sizes of what a request brings: the document and the context are bounded by themselves, besides the body they come in.
import type { RunnerSettings } from "./settings.ts";

/** In words what is too large; null when all is within its maximum. */
export function tooLarge(
  { codeMaximum, contextMaximum }: RunnerSettings,
  code: string,
  context: string | null,
): string | null {
  return (
    exceeding(code, codeMaximum, "the document") ??
    exceeding(context ?? "", contextMaximum, "the context")
  );
}

function exceeding(text: string, maximum: number, what: string): string | null {
  // A UTF-16 code unit has three bytes at most.
  if (text.length * 3 <= maximum) return null;
  const bytes = Buffer.byteLength(text);
  return bytes > maximum ? `${what} has ${bytes} bytes, and may have ${maximum}` : null;
}
