// English words that have no business in an Indonesian text: the commonest of our own, none of which is Indonesian too.

const words = new Set(
  (
    "the a an is are was be been of to and or not no with without it its this that these those which what where when " +
    "there here than then only never always nothing something every each other another more most at least by from for " +
    "in on as into has have had can cannot may must write written wrote means mean meant unknown missing rule rules " +
    "condition value values list text number name names unit action actions constraint did you expected found between " +
    "whole takes take taken holds hold declared add remove put call read reads before after first second last same " +
    "their them they would could should does do done but because so if how why known true false kind kinds"
  ).split(" "),
);

/** The English words outside backticks, quotes and capitals. */
export function englishIn(text: string): readonly string[] {
  const prose = text
    .replace(/``.*?``|`[^`]*`|"[^"]*"/gs, " ")
    .replace(/\b\w+(?:[.:/_-]+\w+)+/g, " ");
  return (prose.match(/\b[a-z]+\b/g) ?? []).filter((word) => words.has(word));
}
