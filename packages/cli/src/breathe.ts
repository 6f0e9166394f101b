// Lets Ctrl-C through: commands work synchronously, and a signal is heard only between two turns of the event loop.
import { setImmediate as nextTurn } from "node:timers/promises";

const INTERVAL = 50;
let last = performance.now();

/** Gives way to signals, at most every 50 ms. To be awaited between two documents or two contexts. */
export async function breathe(): Promise<void> {
  if (performance.now() - last < INTERVAL) return;
  await nextTurn();
  last = performance.now();
}
