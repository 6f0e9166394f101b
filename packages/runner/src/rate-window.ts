// How many requests fit a time: one fixed window for the whole runner, one that slides for each client. Time is injected.

/** What a window says of one request. */
export interface RateVerdict {
  readonly allowed: boolean;
  readonly limit: number;
  /** How many more would be allowed now. */
  readonly remaining: number;
  /** Milliseconds until there is room for all, `X-RateLimit-Reset`. */
  readonly reset: number;
  /** Milliseconds until there is room for one more; 0 when there is. */
  readonly retry: number;
}

export interface RateWindow {
  /** Counts a request of `client` and says whether it may go on. */
  readonly take: (client: string) => RateVerdict;
  /** The same without counting. */
  readonly look: (client: string) => RateVerdict;
}

export interface RateWindowOptions {
  /** - `fixed`: starts anew every `length`, for all clients together
   *  - `sliding`: the last `length` before each request, for each client by itself */
  readonly kind: "fixed" | "sliding";
  /** Requests in the window; 0 for no limit. */
  readonly limit: number;
  /** Milliseconds. */
  readonly length: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** Clients that are remembered; beyond it the ones not heard of for longest are forgotten. */
const mostClients = 100_000;

/** A window with no request in it. */
export function createRateWindow(options: RateWindowOptions): RateWindow {
  if (options.limit === 0) return unlimited;
  return options.kind === "fixed" ? fixedWindow(options) : slidingWindow(options);
}

const unlimited: RateWindow = {
  take: () => ({ allowed: true, limit: 0, remaining: 0, reset: 0, retry: 0 }),
  look: () => ({ allowed: true, limit: 0, remaining: 0, reset: 0, retry: 0 }),
};

function fixedWindow({ limit, length, now }: RateWindowOptions): RateWindow {
  let start = now();
  let taken = 0;
  const verdict = (counted: number): RateVerdict => {
    const time = now();
    if (time - start >= length) {
      start += Math.floor((time - start) / length) * length;
      taken = 0;
    }
    const reset = start + length - time;
    const allowed = taken < limit;
    if (allowed) taken += counted;
    const remaining = limit - taken;
    return { allowed, limit, remaining, reset, retry: allowed ? 0 : reset };
  };
  return { take: () => verdict(1), look: () => verdict(0) };
}

/** Keeps the times of the requests that were let through; a client has at most `limit` of them. */
function slidingWindow({ limit, length, now }: RateWindowOptions): RateWindow {
  const clients = new Map<string, number[]>();
  const verdict = (client: string, counted: boolean): RateVerdict => {
    const time = now();
    const known = clients.get(client) ?? [];
    const times = known.filter((taken) => time - taken < length);
    const allowed = times.length < limit;
    if (allowed && counted) times.push(time);
    // Last in the map are those heard of last.
    clients.delete(client);
    if (times.length > 0) clients.set(client, times);
    if (clients.size > mostClients) forgetOldest(clients);
    const [oldest = time] = times;
    const newest = times.at(-1) ?? time;
    return {
      allowed,
      limit,
      remaining: limit - times.length,
      reset: times.length === 0 ? 0 : newest + length - time,
      retry: allowed ? 0 : oldest + length - time,
    };
  };
  return {
    take: (client) => verdict(client, true),
    look: (client) => verdict(client, false),
  };
}

function forgetOldest(clients: Map<string, number[]>): void {
  for (const client of clients.keys()) {
    clients.delete(client);
    return;
  }
}
