import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, hex, lighten } from "../drawing/color";
import { type Drawing, type Figure, sampleColor } from "./figure";
import type { Gesture } from "./gesture";
import { limb } from "./limb";

type Coat = { body?: string; legs?: string; tail?: string };
const COATS: Record<string, Coat> = {
  fox: { body: "#f58a3c", legs: "#5a3026", tail: "#fff4e6" },
  wolf: { body: "#8d8f9c", legs: "#6a6b79", tail: "#c9cad6" },
  panda: { body: "#f4f1f8", legs: "#3a3350", tail: "#f4f1f8" },
  lion: { body: "#f2b455", legs: "#e09a3e", tail: "#7a4a34" },
  bear: { body: "#8a5a4a" },
  "polar-bear": { body: "#e9e6f4" },
  raccoon: { body: "#8f8f9c", legs: "#4b4a58", tail: "#4b4a58" },
  koala: { body: "#a2a2b4" },
  hamster: { body: "#f3b58f" },
  "tiger-face": { body: "#f58a2c", legs: "#e0721c", tail: "#4a332c" },
  "dog-face": { body: "#d8a06a", tail: "#a86a48" },
  "cat-face": { body: "#f7c53c", tail: "#e0a020" },
};

/** Their brown is shaded in purple, which no body of theirs would be. */
const SHADED_PURPLE = new Set(["bear", "lion"]);
const HEAD_PIXELS = 480;
/** How much of the green there is blue in a brown, at most. */
const BROWN = 0.82;

function warmShadows(image: Drawing): Canvas {
  const canvas = createCanvas(HEAD_PIXELS, HEAD_PIXELS);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, HEAD_PIXELS, HEAD_PIXELS);
  const pixels = context.getImageData(0, 0, HEAD_PIXELS, HEAD_PIXELS);
  const { data } = pixels;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (red > green) data[at + 2] = Math.min(blue, green * BROWN + (red > 220 ? blue * 0.2 : 0));
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}

/** A head gets the body of its animal. */
export function fourLegged(name: string, image: Drawing, gesture: Gesture): Figure {
  const coat = COATS[name] ?? {};
  const body = coat.body ? hex(coat.body) : sampleColor(image, 16, 8);
  const legs = coat.legs ? hex(coat.legs) : darken(body, 0.16);
  const tail = coat.tail ? hex(coat.tail) : lighten(body, 0.2);
  const head = SHADED_PURPLE.has(name) ? warmShadows(image) : image;
  const bushy = name === "fox" || name === "wolf" || name === "raccoon";
  const paint = (context: SKRSContext2D, stride: number) => {
    const swing = (offset: number) => Math.sin((stride + offset) * Math.PI * 2) * 0.62;
    limb(context, 21, 26, swing(0.5), 9, 4.2, darken(legs, 0.18));
    limb(context, 36, 26, swing(0), 9, 4.2, darken(legs, 0.18));
    const wag = Math.sin(stride * Math.PI * 2) * 0.16;
    context.save();
    context.translate(40, 21);
    context.rotate(-0.5 + wag);
    const plume = (from: number, to: number, wide: number, tone: Color) => {
      context.fillStyle = css(tone);
      context.beginPath();
      context.moveTo(from, 0);
      context.bezierCurveTo(from + 2, -wide, to - 3, -wide, to, 0);
      context.bezierCurveTo(to - 3, wide, from + 2, wide, from, 0);
      context.fill();
    };
    plume(-3, 13, bushy ? 4.6 : 1.7, body);
    plume(bushy ? 7 : 9, 13.6, bushy ? 3.4 : 2.2, tail);
    context.restore();
    const fur = context.createLinearGradient(0, 15, 0, 31);
    fur.addColorStop(0, css(lighten(body, 0.16)));
    fur.addColorStop(0.6, css(body));
    fur.addColorStop(1, css(darken(body, 0.18)));
    context.fillStyle = fur;
    context.beginPath();
    context.roundRect(13, 15.5, 29, 14.5, 7.2);
    context.fill();
    limb(context, 17, 27, swing(0), 9, 4.4, legs);
    limb(context, 38, 26, swing(0.5), 9.6, 4.4, legs);
    const nod = Math.sin(stride * Math.PI * 4) * 0.5;
    context.drawImage(head, 0, nod, 27, 27);
  };
  if (gesture === "lie")
    return {
      width: 54,
      height: 30,
      isAnimated: false,
      paint: (pen) => curlUp(pen, { head, body, tail, legs }),
    };
  return { width: 54, height: 37, isAnimated: true, paint };
}

type Fur = { head: Drawing; body: Color; tail: Color; legs: Color };

/** On its belly, the tail round its side and the head on the forepaws. */
function curlUp(context: SKRSContext2D, { head, body, tail, legs }: Fur): void {
  const fur = context.createLinearGradient(0, 8, 0, 30);
  fur.addColorStop(0, css(lighten(body, 0.16)));
  fur.addColorStop(0.6, css(body));
  fur.addColorStop(1, css(darken(body, 0.2)));
  context.fillStyle = fur;
  context.beginPath();
  context.moveTo(12, 29.5);
  context.bezierCurveTo(10, 14, 22, 9, 33, 10.5);
  context.bezierCurveTo(46, 12, 50, 22, 47, 29.5);
  context.closePath();
  context.fill();
  context.fillStyle = css(darken(body, 0.08));
  context.beginPath();
  context.ellipse(39, 23.4, 7.4, 6.1, -0.2, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = css(legs);
  for (const [x, width] of [
    [1.5, 15],
    [29, 11],
  ] as const) {
    context.beginPath();
    context.roundRect(x, 26, width, 4, 2);
    context.fill();
  }
  context.lineCap = "round";
  context.lineWidth = 4;
  context.strokeStyle = css(darken(tail, 0.06));
  context.beginPath();
  context.moveTo(47.4, 25);
  context.quadraticCurveTo(53, 29, 41, 28);
  context.stroke();
  context.drawImage(head, 0, 4.2, 25, 25);
}
