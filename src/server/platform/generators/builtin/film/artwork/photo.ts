import { type Canvas, createCanvas, ImageData, type SKRSContext2D } from "@napi-rs/canvas";
import sharp from "sharp";
import { css } from "../drawing/color";
import type { SceneFrame } from "../scenery/scenery";
import type { StageSet } from "../stage/stage-set";

/** A telephone's 50 megapixels, read row by row, and no more. */
const MAX_PIXELS = 64_000_000;
/** More than the frame, so that zooming in stays sharp. */
const MARGIN = 1.2;
/** A panorama is cut to this much of the frame's shape. */
const MAX_STRETCH = 1.8;
const ZOOM = { from: 1.02, to: 1.16 };

/** Reads pictures at the size that a film of this frame needs. @throws for one that is broken. */
export function loadPhotos(
  paths: readonly string[],
  { width, height, style }: SceneFrame,
): Promise<Canvas[]> {
  const isFramed = style === "paper" || style === "pastel";
  return Promise.all(
    paths.map(async (path) => {
      const source = sharp(path, { limitInputPixels: MAX_PIXELS, failOn: "error" });
      const { autoOrient } = await source.metadata();
      const ratio = autoOrient.width / autoOrient.height;
      const most = (width / height) * MAX_STRETCH;
      const least = width / height / MAX_STRETCH;
      const shape = Math.max(least, Math.min(most, ratio));
      const box = isFramed
        ? fitInside(shape, width * 0.86, height * 0.8)
        : cover(shape, width * MARGIN, height * MARGIN);
      const { data, info } = await source
        .autoOrient()
        .resize(Math.round(box.width), Math.round(box.height), { fit: "cover" })
        .toColourspace("srgb")
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const canvas = createCanvas(info.width, info.height);
      const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
      canvas.getContext("2d").putImageData(new ImageData(pixels, info.width, info.height), 0, 0);
      return canvas;
    }),
  );
}

function cover(ratio: number, width: number, height: number) {
  const isWider = ratio > width / height;
  return isWider ? { width: height * ratio, height } : { width, height: width / ratio };
}

function fitInside(ratio: number, width: number, height: number) {
  const isWider = ratio > width / height;
  return isWider ? { width, height: width / ratio } : { width: height * ratio, height };
}

type Moment = {
  /** 0…1 of the scene, and a little beyond. */
  share: number;
  seed: number;
};

/** Fills the frame with a picture that the camera moves over, or lays it as a print on paper. */
export function drawPhoto(
  context: SKRSContext2D,
  photo: Canvas,
  set: StageSet,
  moment: Moment,
): void {
  context.save();
  const { width, height, style, palette } = set;
  context.imageSmoothingQuality = "high";
  context.fillStyle = css(palette.sky[2]);
  context.fillRect(0, 0, width, height);
  if (style === "paper" || style === "pastel") drawPrint(context, photo, set, moment);
  else drawAround(context, photo, set, moment);
  context.restore();
}

function drawAround(
  context: SKRSContext2D,
  photo: Canvas,
  { width, height, style }: StageSet,
  { share, seed }: Moment,
) {
  const progress = seed % 3 === 0 ? 1 - share : share;
  const zoom = ZOOM.from + (ZOOM.to - ZOOM.from) * progress;
  const scale = Math.max(width / photo.width, height / photo.height) * zoom;
  const [drawnWidth, drawnHeight] = [photo.width * scale, photo.height * scale];
  const direction = seed % 2 === 0 ? share : 1 - share;
  const along = 0.15 + 0.7 * Math.max(0, Math.min(1, direction));
  const x = (width - drawnWidth) * along;
  // Faces are in the upper half of most pictures.
  const y = (height - drawnHeight) * (drawnHeight > height * 1.3 ? 0.2 + 0.4 * along : 0.42);
  context.drawImage(photo, x, y, drawnWidth, drawnHeight);
  const radius = Math.hypot(width, height) / 2;
  const vignette = context.createRadialGradient(
    ...([width / 2, height / 2, radius * 0.45] as const),
    ...([width / 2, height / 2, radius] as const),
  );
  vignette.addColorStop(0, "rgba(8,6,20,0)");
  vignette.addColorStop(1, style === "neon" ? "rgba(40,4,70,0.62)" : "rgba(8,6,20,0.46)");
  context.fillStyle = vignette;
  context.fillRect(0, 0, width, height);
  if (style !== "neon") return;
  const light = context.createLinearGradient(0, 0, width, height);
  light.addColorStop(0, "rgba(255,46,151,0.22)");
  light.addColorStop(1, "rgba(34,224,255,0.2)");
  context.globalCompositeOperation = "screen";
  context.fillStyle = light;
  context.fillRect(0, 0, width, height);
}

function drawPrint(
  context: SKRSContext2D,
  photo: Canvas,
  { width, height, unit, palette, style }: StageSet,
  { share, seed }: Moment,
) {
  const ground = context.createLinearGradient(0, 0, 0, height);
  ground.addColorStop(0, css(palette.sky[1]));
  ground.addColorStop(1, css(palette.sky[2]));
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  const lean = (((seed % 7) - 3) / 3) * 0.03;
  const zoom = 0.94 + 0.06 * share;
  const border = unit * 0.022;
  // Room for the title: below in a wide frame, above in the others.
  context.translate(width / 2, height * (width > height ? 0.47 : 0.54));
  context.rotate(lean * (1 - share * 0.5));
  context.scale(zoom, zoom);
  const [left, top] = [-photo.width / 2, -photo.height / 2];
  context.save();
  context.shadowColor = style === "paper" ? "rgba(40,22,40,0.45)" : "rgba(120,90,160,0.35)";
  context.shadowBlur = unit * 0.04;
  context.shadowOffsetY = unit * 0.014;
  context.fillStyle = "#fffdf8";
  context.fillRect(
    left - border,
    top - border,
    photo.width + border * 2,
    photo.height + border * 2,
  );
  context.restore();
  context.drawImage(photo, left, top);
}
