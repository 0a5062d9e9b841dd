import { type Canvas, createCanvas, type Image } from "@napi-rs/canvas";
import { type Color, css, darken } from "../drawing/color";

/** In picture units. */
type Eye = { x: number; y: number; width: number; height: number };
type Blob = Eye & { area: number };

/** Pixels of the mask in which eyes are looked for, and of the drawing with closed ones. */
const MASK = 96;
const UNIT = MASK / 32;
const SHARP = 640;
const DARK = 92;

/** @returns the drawing with its eyes closed, or as it is where none are found. */
export function closeEyes(image: Image): Image | Canvas {
  const mask = createCanvas(MASK, MASK);
  const context = mask.getContext("2d");
  context.drawImage(image, 0, 0, MASK, MASK);
  const { data } = context.getImageData(0, 0, MASK, MASK);
  mask.width = mask.height = 0;
  const eyes = findEyes(findBlobs(data).filter((blob) => isInside(data, blob)));
  if (eyes.length === 0) return image;
  const canvas = createCanvas(SHARP, SHARP);
  const pen = canvas.getContext("2d");
  pen.scale(SHARP / 32, SHARP / 32);
  pen.drawImage(image, 0, 0, 32, 32);
  pen.lineCap = "round";
  for (const spot of eyes) {
    const eye = withWhite(data, spot);
    const skin = skinAround(data, eye);
    pen.fillStyle = css(skin);
    pen.beginPath();
    pen.ellipse(
      eye.x,
      eye.y,
      eye.width / 2 + 0.5,
      Math.max(eye.height, eye.width * 0.9) / 2 + 0.5,
      0,
      0,
      Math.PI * 2,
    );
    pen.fill();
    pen.strokeStyle = css(darken(skin, 0.68));
    pen.lineWidth = 0.62;
    pen.beginPath();
    const reach = Math.max(1, spot.width * 0.62);
    pen.arc(eye.x, eye.y - reach * 0.35, reach, Math.PI * 0.16, Math.PI * 0.84);
    pen.stroke();
  }
  return canvas;
}

/** The highest small dark spot, and the one beside it when the face is seen from the front. */
function findEyes(blobs: readonly Blob[]): Eye[] {
  const spots = blobs
    .filter(
      ({ width, height, area, y }) =>
        y < 22 &&
        width > 0.6 &&
        height > 0.6 &&
        width < 5.2 &&
        height < 6.4 &&
        Math.max(width / height, height / width) < 3.4 &&
        area > width * height * 0.58,
    )
    .sort((one, other) => one.y - other.y);
  const pairs = spots.flatMap((one, index) =>
    spots
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(other.y - one.y) < 1.3 &&
          Math.abs(other.x - one.x) > 2 &&
          Math.abs(one.x + other.x - 32) < 9 &&
          Math.max(one.area / other.area, other.area / one.area) < 2.4,
      )
      .map((other) => [one, other]),
  );
  return pairs[0] ?? spots.slice(0, 1);
}

const isDark = (data: Uint8ClampedArray, at: number) =>
  (data[at + 3] ?? 0) > 200 &&
  (data[at] ?? 0) * 0.3 + (data[at + 1] ?? 0) * 0.59 + (data[at + 2] ?? 0) * 0.11 < DARK;

function findBlobs(data: Uint8ClampedArray): Blob[] {
  const seen = new Uint8Array(MASK * MASK);
  const blobs: Blob[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || !isDark(data, start * 4)) continue;
    const stack = [start];
    seen[start] = 1;
    let [left, right, top, bottom, area] = [MASK, 0, MASK, 0, 0];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % MASK, Math.floor(at / MASK)];
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
      area++;
      for (const next of [at - MASK, at + MASK, x > 0 ? at - 1 : -1, x < MASK - 1 ? at + 1 : -1]) {
        if (next < 0 || next >= seen.length || seen[next] || !isDark(data, next * 4)) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    blobs.push({
      x: (left + right) / 2 / UNIT,
      y: (top + bottom) / 2 / UNIT,
      width: (right - left) / UNIT,
      height: (bottom - top) / UNIT,
      area: area / UNIT ** 2,
    });
  }
  return blobs;
}

/** A nose is at the edge of the head, an eye is not. */
function isInside(data: Uint8ClampedArray, { x, y, width, height }: Eye): boolean {
  return (
    Array.from({ length: 12 }, (_, step) => {
      const angle = (step / 12) * Math.PI * 2;
      const column = Math.round((x + Math.cos(angle) * (width / 2 + 1)) * UNIT);
      const row = Math.round((y + Math.sin(angle) * (height / 2 + 1)) * UNIT);
      return (data[(row * MASK + column) * 4 + 3] ?? 0) > 200;
    }).filter(Boolean).length > 9
  );
}

/** An eye with the white round it. */
function withWhite(data: Uint8ClampedArray, eye: Eye): Eye {
  const whiteRound = (spot: Eye) =>
    ringAround(data, spot).filter((tone) => Math.min(...tone) > 190).length;
  // A white face has no end.
  if (whiteRound({ ...eye, width: eye.width + 2.4, height: eye.height + 2.4 }) > 5) return eye;
  let grown = eye;
  for (let step = 0; step < 4; step++) {
    if (whiteRound(grown) < 3) break;
    grown = { ...grown, width: grown.width + 0.6, height: grown.height + 0.6 };
  }
  return grown;
}

/** The middle one, by lightness, of the colours round an eye. */
function skinAround(data: Uint8ClampedArray, eye: Eye): Color {
  const ring = ringAround(data, eye);
  ring.sort((one, other) => one[0] + one[1] + one[2] - other[0] - other[1] - other[2]);
  return ring[9] ?? [200, 160, 120];
}

const ringAround = (data: Uint8ClampedArray, { x, y, width, height }: Eye): Color[] =>
  Array.from({ length: 16 }, (_, step): Color => {
    const angle = (step / 16) * Math.PI * 2;
    const column = Math.round((x + Math.cos(angle) * (width / 2 + 0.9)) * UNIT);
    const row = Math.round((y + Math.sin(angle) * (height / 2 + 0.9)) * UNIT);
    const at = (row * MASK + column) * 4;
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  });
