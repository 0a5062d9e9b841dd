import { createCanvas } from "@napi-rs/canvas";
import { type Color, css } from "../drawing/color";
import type { StyleLook, TitleInks } from "../styles/look";
import type { Box } from "./title-layout";

/** A veil behind the words, just strong enough for what was drawn under it. */
export function paintScrim(
  plate: StyleLook["title"]["plate"],
  box: Box,
  { ink, veil, strength }: TitleInks & { strength: number },
  frame: { width: number; height: number },
  pixels: number,
) {
  if (plate === "band") return paintBand(box, { veil, strength, pixels }, frame);
  const blur = pixels * 0.35;
  const scrim = createCanvas(Math.ceil(box.width + blur * 2), Math.ceil(box.height + blur * 2));
  const context = scrim.getContext("2d");
  if (plate.shadow) {
    context.shadowColor = plate.shadow;
    context.shadowBlur = blur * 0.8;
    context.shadowOffsetY = blur * 0.18;
  }
  const inner = { x: blur, y: blur, width: box.width, height: box.height };
  plate.paint(context, inner, css(veil, Math.max(plate.opacity, strength)), css(ink));
  return { scrim, scrimAt: { x: box.x - blur, y: box.y - blur } };
}

/** A shadow that falls in from the nearer edge of the frame, full behind the words. */
function paintBand(
  box: Box,
  { veil, strength, pixels }: { veil: Color; strength: number; pixels: number },
  frame: { width: number; height: number },
) {
  const isLow = box.y > frame.height / 2;
  const reach = Math.min(box.height * 1.05, pixels * 1.8);
  const top = isLow ? Math.max(0, Math.floor(box.y - reach)) : 0;
  const bottom = isLow
    ? frame.height
    : Math.min(frame.height, Math.ceil(box.y + box.height + reach));
  const scrim = createCanvas(frame.width, bottom - top);
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
