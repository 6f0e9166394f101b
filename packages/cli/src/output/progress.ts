// How far long work is: a line on the terminal, drawn over again and again and gone at the end. Short work shows none.
import type { Session } from "../session.ts";

export interface Progress {
  /** One file more is done. */
  readonly advance: () => void;
  readonly end: () => void;
}

const MILLISECONDS_BEFORE_FIRST = 500;
const MILLISECONDS_BETWEEN = 100;

/** `checking 1 204 of 5 000 files`, on a terminal that can draw over a line, unless the session is quiet. */
export function createProgress(session: Session, doing: string, total: number): Progress {
  const { host, options, words } = session;
  let done = 0;
  let due = host.now() + MILLISECONDS_BEFORE_FIRST;
  return {
    advance: () => {
      done++;
      if (options.quiet || host.now() < due || done === total) return;
      due = host.now() + MILLISECONDS_BETWEEN;
      if (host.environment.TERM === "dumb" || !host.stderr.isTerminal) return;
      host.drawStatus(words.phrase(`${doing} ${grouped(done)} of ${grouped(total)} files`));
    },
    end: () => host.drawStatus(""),
  };
}

/** `1 204`: digits in groups of three. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, " ");
}
