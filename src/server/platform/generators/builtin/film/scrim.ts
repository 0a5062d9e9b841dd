import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type Color, contrastRatio, css, luminance } from "./color";
import type { StyleLook } from "./styles/look";
import type { Title } from "./title";

/** Below this, text of any size is hard to read (WCAG 2.2, 1.4.3). */
export const MINIMUM_CONTRAST = 4.5;

/** A veil behind the words, just strong enough for what was drawn under it. */
export function paintScrim(
  plate: StyleLook["title"]["plate"],
  box: Title["box"],
  veil: Color,
  strength: number,
  backdrop: Canvas,
  pixels: number,
) {
  if (plate === "band") return paintBand(box, veil, strength, backdrop);
  const blur = pixels * 0.35;
  const scrim = createCanvas(Math.ceil(box.width + blur * 2), Math.ceil(box.height + blur * 2));
  const context = scrim.getContext("2d");
  context.fillStyle = css(veil, plate === "strip" ? 1 : Math.max(0.84, strength));
  context.shadowColor = plate === "strip" ? "rgba(40,22,40,0.5)" : "rgba(120,90,160,0.28)";
  context.shadowBlur = blur * 0.8;
  context.shadowOffsetY = blur * 0.18;
  context.beginPath();
  if (plate === "pill") context.roundRect(blur, blur, box.width, box.height, box.height / 2);
  else tornStrip(context, blur, blur, box.width, box.height);
  context.fill();
  return { scrim, scrimAt: { x: box.x - blur, y: box.y - blur } };
}

/** A shadow that falls in from the nearer edge of the frame, full behind the words. */
function paintBand(box: Title["box"], veil: Color, strength: number, backdrop: Canvas) {
  const isLow = box.y > backdrop.height / 2;
  const reach = box.height * 1.05;
  const top = isLow ? Math.max(0, Math.floor(box.y - reach)) : 0;
  const bottom = isLow
    ? backdrop.height
    : Math.min(backdrop.height, Math.ceil(box.y + box.height + reach));
  const scrim = createCanvas(backdrop.width, bottom - top);
  const context = scrim.getContext("2d");
  const gradient = context.createLinearGradient(
    0,
    isLow ? 0 : scrim.height,
    0,
    isLow ? scrim.height : 0,
  );
  const full = Math.min(0.98, reach / scrim.height);
  for (let stop = 0; stop <= 8; stop++) {
    const share = stop / 8;
    gradient.addColorStop(full * share, css(veil, strength * share * share * (3 - 2 * share)));
  }
  gradient.addColorStop(1, css(veil, strength));
  context.fillStyle = gradient;
  context.fillRect(0, 0, scrim.width, scrim.height);
  return { scrim, scrimAt: { x: 0, y: top } };
}

function tornStrip(context: SKRSContext2D, x: number, y: number, width: number, height: number) {
  const teeth = Math.round(width / 14);
  const jag = (index: number) => Math.sin(index * 2.7) * 1.8 + Math.sin(index * 5.3) * 1.2;
  for (let tooth = 0; tooth <= teeth; tooth++)
    context.lineTo(x + (width * tooth) / teeth, y + jag(tooth));
  for (let tooth = teeth; tooth >= 0; tooth--)
    context.lineTo(x + (width * tooth) / teeth, y + height + jag(tooth + 9));
  context.closePath();
}

/** @returns the least share of veil over the worst pixels that keeps the ink legible. */
export function veilStrength(box: Title["box"], veil: Color, ink: Color, backdrop: Canvas): number {
  const worst = worstPixel(box, ink, backdrop);
  const inkLight = luminance(ink);
  for (let alpha = 0.2; alpha < 1; alpha += 0.05) {
    const mixed: Color = [
      worst[0] * (1 - alpha) + veil[0] * alpha,
      worst[1] * (1 - alpha) + veil[1] * alpha,
      worst[2] * (1 - alpha) + veil[2] * alpha,
    ];
    if (contrastRatio(inkLight, luminance(mixed)) >= MINIMUM_CONTRAST * 1.15) return alpha;
  }
  return 1;
}

function worstPixel(box: Title["box"], ink: Color, backdrop: Canvas): Color {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const width = Math.min(backdrop.width - x, Math.ceil(box.width));
  const height = Math.min(backdrop.height - y, Math.ceil(box.height));
  const { data } = backdrop
    .getContext("2d")
    .getImageData(x, y, Math.max(1, width), Math.max(1, height));
  const inkLight = luminance(ink);
  let worst: Color = [128, 128, 128];
  let lowest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < data.length; index += 4 * 23) {
    const pixel: Color = [data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0];
    const ratio = contrastRatio(inkLight, luminance(pixel));
    if (ratio < lowest) [worst, lowest] = [pixel, ratio];
  }
  return worst;
}
