// `--today`: the date that reviews are counted from.
import { parseInstant } from "@omega/core";
import { Failure } from "../failure.ts";
import type { Session } from "../session.ts";

export const todayOption = {
  today: {
    kind: "text",
    placeholder: "DATE",
    summary: "the date to count from, such as 2026-05-01 (today, in UTC, unless given)",
  },
} as const;

/** The date as `2026-05-01`. Throws a `Failure` when the option holds none. */
export function readToday({ host }: Session, given: string | null): string {
  if (given === null) return new Date(host.now()).toISOString().slice(0, "2026-05-01".length);
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && parseInstant(`${given}T00:00:00Z`) !== null)
    return given;
  throw new Failure(`\`--today ${given}\` is no date`, "write it like 2026-05-01");
}
