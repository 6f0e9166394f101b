// One line of the REPL to its assignments: `Distance = 0.4m, Mode = manual`.

/** The pieces between commas that stand outside of texts and brackets. Empty ones are left out. */
export function splitAssignments(line: string): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  let depth = 0;
  let quote = "";
  for (let index = 0; index < line.length; index++) {
    const character = line[index] ?? "";
    if (quote !== "") {
      piece += character;
      if (character === "\\") piece += line[++index] ?? "";
      else if (character === quote) quote = "";
      continue;
    }
    if (character === '"' || character === "`") quote = character;
    else if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    if (character === "," && depth <= 0) {
      pieces.push(piece);
      piece = "";
    } else piece += character;
  }
  return [...pieces, piece].map((text) => text.trim()).filter((text) => text !== "");
}
