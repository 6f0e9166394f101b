// The semantic stage's reporter: weighs each diagnostic by the settings as it comes, so that "no errors" means here
// what it means after configuration.
import { createReporter, type Diagnostic, type Reporter } from "../diagnostics/diagnostic.ts";
import { type Settings, severityOf } from "./settings.ts";

/** A reporter into `into` that leaves out what the settings switch off. */
export function settledReporter(
  file: string,
  into: Diagnostic[],
  settings: Settings,
  base = 0,
): Reporter {
  return {
    file,
    base,
    report(rule, at, parameters, related = []) {
      const severity = severityOf(rule, settings);
      if (severity === "off") return;
      createReporter(file, into, base).report({ ...rule, severity }, at, parameters, related);
    },
    within: (start) => settledReporter(file, into, settings, start),
  };
}
