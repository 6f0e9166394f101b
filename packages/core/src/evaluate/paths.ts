// Paths into the context, written as an author would: `Workers[2].distance`, `Site["loading bay"].open`.
import { isIdentifier } from "../syntax/names.ts";

/** The path of a field. */
export function memberPath(of: string, name: string): string {
  return isIdentifier(name) ? `${of}.${name}` : `${of}[${JSON.stringify(name)}]`;
}

/** The path of a list's element. */
export function elementPath(of: string, index: number): string {
  return `${of}[${index}]`;
}

/**
 * Where a loop variable is bound, so that different elements have different places; null where it is not. A list that
 * is no path is written with the names of outer loop variables (`filter(site.workers, …)[0]`): then theirs belong to it.
 */
export function placeOf(
  variable: string,
  bindings: { readonly [variable: string]: string },
): string | null {
  const places = Object.entries(bindings);
  const own = places.findIndex(([name]) => name === variable);
  const place = places[own]?.[1];
  if (place === undefined) return null;
  const words = new Set(place.split(/[^A-Za-z0-9_\u0080-\uffff]+/u));
  const outer = places.slice(0, own).filter(([name]) => words.has(name));
  const around = Object.fromEntries(places.slice(0, own));
  return [place, ...outer.map(([name]) => `${name} = ${placeOf(name, around)}`)].join(", ");
}
