// Characters that no document should hold: controls that nobody sees, in whatever place. One diagnostic for each kind.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { span } from "../source/span.ts";
import { bidirectionalControls, indexOfLoneSurrogate } from "../source/unicode.ts";

/** Everything but what need not be looked at: printable ASCII, line ends, tabs, and most of the characters beyond. */
const suspicious =
  /[^\t\n\r -~\u0080-\u061b\u061d-\u200d\u2010-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\uffff]/;

/** Whether a text may hold something to report. */
export function isSuspicious(text: string): boolean {
  return suspicious.test(text);
}

/** Reports control characters, lone surrogates and bidirectional controls: the first of each, and how many there are. */
export function checkCharacters(text: string, reporter: Reporter): void {
  if (!isSuspicious(text)) return;
  checkControls(text, reporter);
  const lone = indexOfLoneSurrogate(text);
  if (lone >= 0) reporter.report(syntaxDiagnostics.loneSurrogate, span(lone, lone + 1), {});
  const places = bidirectionalControls(text);
  const [place] = places;
  if (place === undefined) return;
  const code = text.charCodeAt(place);
  reporter.report(syntaxDiagnostics.bidirectionalControl, span(place, place + 1), { code, places });
}

function checkControls(text: string, reporter: Reporter): void {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 ? code === 0x09 || code === 0x0a || code === 0x0d : code !== 0x7f) continue;
    places.push(at);
  }
  const [place] = places;
  if (place === undefined) return;
  const code = text.charCodeAt(place);
  reporter.report(syntaxDiagnostics.controlCharacter, span(place, place + 1), { code, places });
}
