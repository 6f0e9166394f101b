// Lets Ctrl-C through: commands work synchronously, and a signal is heard only between two turns of the event loop.

const INTERVAL = 50;
let last = Date.now();

/** Gives way to signals, at most every 50 ms. To be awaited between two documents or two contexts. */
export async function breathe(): Promise<void> {
  if (Date.now() - last < INTERVAL) return;
  await new Promise((resolve) => setImmediate(resolve));
  last = Date.now();
}
