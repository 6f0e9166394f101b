// Characters that no document should hold: controls that nobody sees, in whatever place. One diagnostic for each kind.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { span } from "../source/span.ts";
import { bidirectionalControls, indexOfLoneSurrogate } from "../source/unicode.ts";

/** What has to be looked at more closely. */
const unusual = /[^\t\n\r\x20-\x7e]/;

/** Reports control characters, lone surrogates and bidirectional controls: the first of each, and how many there are. */
export function checkCharacters(text: string, reporter: Reporter): void {
  if (!unusual.test(text)) return;
  let first = -1;
  let count = 0;
  let isAscii = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) isAscii = false;
    if (code < 0x20 ? code !== 0x09 && code !== 0x0a && code !== 0x0d : code === 0x7f) {
      if (first < 0) first = at;
      count++;
    }
  }
  if (count > 0) {
    const code = text.charCodeAt(first);
    reporter.report(syntaxDiagnostics.controlCharacter, span(first, first + 1), { code, count });
  }
  if (isAscii) return;
  const lone = indexOfLoneSurrogate(text);
  if (lone >= 0) reporter.report(syntaxDiagnostics.loneSurrogate, span(lone, lone + 1), {});
  const controls = bidirectionalControls(text);
  const [place] = controls;
  if (place === undefined) return;
  reporter.report(syntaxDiagnostics.bidirectionalControl, span(place, place + 1), {
    code: text.charCodeAt(place),
    places: controls,
  });
}
