// What Prometheus reads: counters and histograms of requests and stages, gauges of what waits, and the process itself.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { StageTimes } from "./evaluation/task.ts";
import type { Runner } from "./runner.ts";

export interface Metrics {
  readonly registry: Registry;
  readonly observeRequest: (route: string, status: number, milliseconds: number) => void;
  readonly observeStages: (times: StageTimes) => void;
}

/** Seconds: from deciding on the event loop to a thread's limit. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Named as counters by the library, and none: linters of metrics object to them. */
const misnamed = [
  "nodejs_active_handles_total",
  "nodejs_active_requests_total",
  "nodejs_active_resources_total",
];

/** The metrics of a runner, counted from its own counts whenever they are asked for. */
export function createMetrics(runner: Omit<Runner, "metrics">): Metrics {
  const { counts, evaluation, folder, decisionLog } = runner;
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  for (const name of misnamed) registry.removeSingleMetric(name);

  const counter = (name: string, help: string, value: () => number): void => {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(value());
      },
    });
  };
  const gauge = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  };
  const stage = (name: string, help: string): Histogram =>
    new Histogram({ name, help, buckets, registers });

  counter("omega_requests_total", "Requests, limited ones too.", () => counts.requests);
  counter("omega_errors_total", "Answers of 500 and above.", () => counts.errors);
  counter("omega_rate_limited_total", "Requests beyond a rate.", () => counts.rateLimited);
  counter("omega_parse_errors_total", "Documents with errors.", () => counts.parseErrors);
  const requests = new Histogram({
    name: "omega_request_duration_seconds",
    help: "From a request's headers to the end of its answer.",
    labelNames: ["route", "status"],
    buckets,
    registers,
  });
  const stages = {
    parse: stage("omega_parse_duration_seconds", "Parsing a document."),
    check: stage("omega_check_duration_seconds", "Checking and compiling a document."),
    evaluate: stage("omega_eval_duration_seconds", "Deciding, all contexts of a request."),
  };
  gauge("omega_inflight_requests", "Requests that are worked on.", () => counts.working);
  gauge("omega_queued_tasks", "Tasks that wait for a thread.", evaluation.pool.queued);
  gauge("omega_busy_threads", "Threads at work.", evaluation.pool.busy);
  gauge("omega_ready_threads", "Threads that can work.", evaluation.pool.ready);
  counter("omega_thread_restarts_total", "Threads replaced.", evaluation.pool.restarts);
  counter(
    "omega_direct_decisions_total",
    "Requests decided on the event loop.",
    () => evaluation.counts.direct,
  );
  counter(
    "omega_policy_cache_hits_total",
    "Tasks whose policy had been compiled before.",
    () => evaluation.counts.hits,
  );
  counter(
    "omega_policy_cache_misses_total",
    "Tasks that had to compile their policy.",
    () => evaluation.counts.misses,
  );
  gauge("omega_policy_cache_bytes", "Compiled policies on the event loop.", evaluation.cache.bytes);
  if (folder !== null) {
    gauge("omega_policies", "Policies served by name.", () => folder.policies().size);
    gauge(
      "omega_policies_broken",
      "Policies whose last edit has errors, so that the one before it is served, or none.",
      () => folder.broken().length,
    );
    counter("omega_policy_reloads_total", "Times that the folder was read.", folder.reloads);
  }
  if (decisionLog !== null) {
    const log = decisionLog.counts;
    counter("omega_decision_log_records_total", "Decisions recorded.", () => log.written);
    counter("omega_decision_log_dropped_total", "Decisions not recorded.", () => log.dropped);
    counter("omega_decision_log_failures_total", "Failed writes.", () => log.failures);
    gauge("omega_decision_log_waiting_bytes", "Records not written yet.", decisionLog.waiting);
  }
  // Finding a labelled histogram anew for every request costs more than counting.
  const labelled = new Map<string, { observe: (seconds: number) => void }>();
  return {
    registry,
    observeRequest(route, status, milliseconds) {
      const key = `${status} ${route}`;
      const own = labelled.get(key) ?? requests.labels(route, String(status));
      labelled.set(key, own);
      own.observe(milliseconds / 1000);
    },
    observeStages(times) {
      for (const name of ["parse", "check", "evaluate"] as const) {
        const took = times[name];
        if (took !== undefined) stages[name].observe(took / 1000);
      }
    },
  };
}
