/** sRGB, 0…255 each. */
export type Color = readonly [red: number, green: number, blue: number];

export function hex(code: string): Color {
  const value = Number.parseInt(code.replace("#", ""), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export const css = ([red, green, blue]: Color, alpha = 1): string =>
  `rgba(${Math.round(red)},${Math.round(green)},${Math.round(blue)},${alpha.toFixed(3)})`;

export const mix = (from: Color, to: Color, amount: number): Color => [
  from[0] + (to[0] - from[0]) * amount,
  from[1] + (to[1] - from[1]) * amount,
  from[2] + (to[2] - from[2]) * amount,
];

export const multiply = (color: Color, light: Color): Color => [
  (color[0] * light[0]) / 255,
  (color[1] * light[1]) / 255,
  (color[2] * light[2]) / 255,
];

export const WHITE: Color = [255, 255, 255];
export const BLACK: Color = [0, 0, 0];

export const lighten = (color: Color, amount: number) => mix(color, WHITE, amount);
export const darken = (color: Color, amount: number) => mix(color, BLACK, amount);

export function saturate(color: Color, amount: number): Color {
  const grey = 0.3 * color[0] + 0.59 * color[1] + 0.11 * color[2];
  const channel = (value: number) => Math.max(0, Math.min(255, grey + (value - grey) * amount));
  return [channel(color[0]), channel(color[1]), channel(color[2])];
}

/** Relative luminance, 0…1 (WCAG 2.2). */
export function luminance([red, green, blue]: Color): number {
  const linear = (value: number) => {
    const unit = value / 255;
    return unit <= 0.04045 ? unit / 12.92 : ((unit + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two relative luminances, 1…21 (WCAG 2.2). */
export const contrastRatio = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
