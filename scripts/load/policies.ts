// Policies and contexts of given sizes for the load test: alike in kind, made from the size alone.

export interface SizedPolicy {
  /** `cell-1`, `cell-10`, `cell-100`: kilobytes. */
  readonly name: string;
  readonly kilobytes: number;
  readonly code: string;
  readonly context: Readonly<Record<string, unknown>>;
}

/** A policy of about so many kilobytes, with a context that gives all it reads. */
export function policyOfSize(kilobytes: number): SizedPolicy {
  const zones: string[] = [];
  const head = "INTENT: Keep people who work beside the robots unhurt.\n\n";
  const text = (): string =>
    `${head}CONTEXT:\n${zones.map((zone) => `- Distance${zone}: <m>\n- Speed${zone}: <m/s>`).join("\n")}\n\nRULE:\n${zones.map(ruleOf).join("\n")}\n`;
  while (text().length < kilobytes * 1024) zones.push(...nextZones(zones.length));
  const context = Object.fromEntries(
    zones.flatMap((zone, index) => [
      [`Distance${zone}`, (index % 40) / 10],
      [`Speed${zone}`, (index % 25) / 10],
    ]),
  );
  return { name: `cell-${kilobytes}`, kilobytes, code: text(), context };
}

/** A tenth more at a time: the text is made anew for each. */
function nextZones(count: number): readonly string[] {
  return Array.from({ length: Math.max(1, Math.floor(count / 10)) }, (_, index) =>
    String(count + index),
  );
}

function ruleOf(zone: string): string {
  return `- Zone${zone}: IF Distance${zone} < 1m AND Speed${zone} > 0.5m/s THEN StopRobot${zone} ELSE IF Distance${zone} < 2m THEN SlowRobot${zone} UNKNOWN StopRobot${zone}`;
}
