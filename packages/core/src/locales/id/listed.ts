// Lists and suggestions as Indonesian has them.

/** `a`, `b`, dan `c`: each in backticks, with a comma before the conjunction where there are more than two. */
export function listed(names: readonly string[], conjunction: "dan" | "atau" = "dan"): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? "";
  switch (quoted.length) {
    case 0:
      return last;
    case 1:
      return `${quoted[0] ?? ""} ${conjunction} ${last}`;
    default:
      return `${quoted.join(", ")}, ${conjunction} ${last}`;
  }
}

/** What may have been meant, where something is near. */
export function perhaps(suggestions: readonly string[]): string {
  const [best] = suggestions;
  return best === undefined ? "" : `; mungkin maksudnya \`${best}\`?`;
}
