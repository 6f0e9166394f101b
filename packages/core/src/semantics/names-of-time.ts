// Names that speak of time, for telling `5m` from `5min` where an author may have meant minutes.

const words: ReadonlySet<string> = new Set([
  "after",
  "age",
  "before",
  "cooldown",
  "delay",
  "downtime",
  "duration",
  "durasi",
  "elapsed",
  "every",
  "interval",
  "lama",
  "latency",
  "lifetime",
  "menit",
  "minute",
  "minutes",
  "period",
  "since",
  "time",
  "timeout",
  "ttl",
  "until",
  "uptime",
  "wait",
  "waktu",
  "within",
]);

/** True of `IdleTime`, `session_timeout`, `Durasi`; false of `Runtime2Distance`-like names that end in a length. */
export function speaksOfTime(name: string): boolean {
  const parts = name.split(/(?<=[a-z0-9])(?=[A-Z])|[_\s]+/);
  return words.has((parts[parts.length - 1] ?? "").toLowerCase());
}
