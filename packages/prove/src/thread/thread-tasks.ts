// What a proof thread can be asked to do, by name. Inputs, parts and results pass between threads, so they are plain data.
import { performProveTask } from "./prove-task.ts";

/** `hear` is told parts of the answer as they come. */
type ThreadTask = (input: never, hear: (part: unknown) => void) => Promise<unknown>;

export const threadTasks = { prove: performProveTask } satisfies Readonly<
  Record<string, ThreadTask>
>;

export type TaskName = keyof typeof threadTasks;
export type TaskInput<Name extends TaskName> = Parameters<(typeof threadTasks)[Name]>[0];
export type TaskPart<Name extends TaskName> = Parameters<
  Parameters<(typeof threadTasks)[Name]>[1]
>[0];
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<(typeof threadTasks)[Name]>>;
