// Holds the palettes to WCAG 2.2 AA: 4.5 to 1 for text on every ground it stands on, 3 to 1 for lines of charts.
import { describe, expect, test } from "vitest";
import { darkPalette, lightPalette, type Palette } from "./page-style.ts";

const grounds = ["ground", "raised", "sunken"] as const;
const inks = ["ink", "muted", "accent", "good", "warning", "bad", "neutral"] as const;
const soft = ["accent", "good", "warning", "bad", "neutral"] as const;
const series = [1, 2, 3, 4, 5, 6] as const;

describe.each([
  { name: "light", palette: lightPalette },
  { name: "dark", palette: darkPalette },
])("the $name palette", ({ palette }) => {
  test.each(inks)("%s can be read on every ground", (ink) => {
    for (const ground of grounds) expect(contrast(palette, ink, ground)).toBeGreaterThan(4.5);
  });

  test.each(soft)("%s can be read on its own soft ground, and ink beside it", (tone) => {
    expect(contrast(palette, tone, `${tone}-soft`)).toBeGreaterThan(4.5);
    expect(contrast(palette, "ink", `${tone}-soft`)).toBeGreaterThan(4.5);
    expect(contrast(palette, "muted", `${tone}-soft`)).toBeGreaterThan(4.5);
  });

  test.each(series)("series %i can be told from every ground", (index) => {
    for (const ground of grounds) {
      expect(contrast(palette, `series-${index}`, ground)).toBeGreaterThan(3);
    }
  });
});

/** WCAG 2.2, "contrast ratio". */
function contrast(palette: Palette, one: keyof Palette, other: keyof Palette): number {
  const [darker = 0, lighter = 0] = [luminance(palette[one]), luminance(palette[other])].sort(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, "relative luminance", of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
