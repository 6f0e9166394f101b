// One question put to every engine: a policy in OMEGA, the same by hand and for the peers, and the contexts to decide in.
import { createRandom, type Random } from "../random.ts";
import type { SharedPolicy } from "./shared-policy.ts";

/** A context as it comes out of JSON.parse: complete, every reading of its kind. */
export type Context = Readonly<Record<string, unknown>>;

export interface Workload {
  /** For `--only` and the raw figures: `flat`. */
  readonly name: string;
  /** For tables: `5 flat rules`. */
  readonly title: string;
  readonly hasLoop: boolean;
  /** The policy in OMEGA. */
  readonly document: string;
  /** The policy for the peers. */
  readonly policy: SharedPolicy;
  /** The policy as JavaScript functions; the first is what everything is compared with. */
  readonly handWritten: readonly [HandWritten, ...HandWritten[]];
  readonly context: (random: Random) => Context;
}

export interface HandWritten {
  readonly name: string;
  /** The actions to take, in order. Records nothing, checks nothing. */
  readonly decide: (context: Context) => readonly string[];
}

/** The parts of a workload whose functions know what its contexts look like. */
export interface WorkloadParts<C> {
  readonly name: string;
  readonly title: string;
  readonly document: string;
  readonly policy: SharedPolicy;
  readonly handWritten: readonly [TypedHandWritten<C>, ...TypedHandWritten<C>[]];
  readonly context: (random: Random) => C;
}

interface TypedHandWritten<C> {
  readonly name: string;
  readonly decide: (context: C) => readonly string[];
}

/** Forgets what the contexts look like, so that unlike workloads can be listed together. */
export function workload<C extends object>(parts: WorkloadParts<C>): Workload {
  const { loop } = parts.policy;
  // A workload's functions only ever meet contexts of its own generator.
  return { ...parts, hasLoop: loop !== null } as unknown as Workload;
}

/** `count` random contexts, as JSON.parse gives them. */
export function contextsOf({ context }: Workload, count: number, seed: number): readonly Context[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => JSON.parse(JSON.stringify(context(random))));
}
