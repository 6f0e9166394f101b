// Who goes first: what an editor shows of a whole document is worked out when nobody waits for anything else, one answer at a
// time, so that edits and what is asked about them overtake it.
import type { CancellationToken } from "vscode-languageserver";

export interface RightOfWay {
  /** Told of each message that goes before what gives way. */
  readonly heard: () => void;
  /** Resolves when it is this answer's turn: no message has come meanwhile. At once where nobody waits for it any more. */
  readonly turn: (token: CancellationToken) => Promise<void>;
}

/** Whoever goes on talking is not waited for longer than this many turns. */
const mostTurns = 100;

export function createRightOfWay(): RightOfWay {
  let messages = 0;
  let last = Promise.resolve();
  const heard = (): void => {
    messages++;
  };
  const quiet = async (token: CancellationToken): Promise<void> => {
    for (let turn = 0; turn < mostTurns && !token.isCancellationRequested; turn++) {
      const before = messages;
      await nextTurn();
      if (messages === before) return;
    }
  };
  return {
    heard,
    turn(token) {
      // An edit is on its way behind a request that is taken back.
      token.onCancellationRequested(heard);
      last = last.then(() => quiet(token));
      return last;
    },
  };
}

/** The server reads what has come before the next turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
