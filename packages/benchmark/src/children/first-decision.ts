// A policy of five hundred rules used once, in a process that has done nothing before. Prints milliseconds as JSON.
import { manyRules } from "../workloads/many-rules.ts";
import { contextsOf } from "../workloads/workload.ts";

const workload = manyRules(500);
const contexts = contextsOf(workload, 10, 1);

const milliseconds = (): number => Number(process.hrtime.bigint()) / 1e6;

const start = milliseconds();
const { compile } = await import("@omega/core");
const loaded = milliseconds();
const policy = compile(workload.document);
const compiled = milliseconds();
const evaluations = contexts.map((context) => {
  const before = milliseconds();
  policy.evaluate(context);
  return milliseconds() - before;
});

process.stdout.write(
  JSON.stringify({
    load: loaded - start,
    compile: compiled - loaded,
    first: evaluations[0],
    tenth: evaluations[9],
  }),
);
