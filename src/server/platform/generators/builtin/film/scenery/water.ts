import { createCanvas } from "@napi-rs/canvas";
import { css, darken, lighten, mix } from "../drawing/color";
import { dither } from "../drawing/dither";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { addLayer, addMoving, type Layer, type StageSet, spanOf } from "../stage/stage-set";

type Water = {
  calm: boolean;
  /** 0…1 of the frame's width: where sun or moon stand above. */
  sunX: number;
  /** The row at which the near shore begins. */
  until?: number;
  /** What stands on the far shore. */
  mirrored?: readonly Layer[];
};

/** Water from the horizon down: it takes the colour of the sky, mirrors the shore and glitters. */
export function addWater(set: StageSet, options: Water): void {
  const { horizonY } = set.scenery;
  const bottom = options.until ?? set.height * 1.08;
  const [far, near] = set.palette.water;
  addLayer(set, { depth: 0.25, top: horizonY, plain: true }, (context, width) => {
    const shine = mix(far, set.palette.sky[2], 0.45);
    context.fillStyle = verticalGradient(
      context,
      horizonY,
      bottom,
      shine,
      far,
      mix(far, near, 0.55),
      mix(far, near, 0.85),
      near,
    );
    context.fillRect(0, horizonY, width, set.height);
    const x = set.width * options.sunX - spanOf(set, 0.25).left;
    context.save();
    context.translate(x, horizonY);
    context.scale(1, 2.6);
    drawGlow(context, 0, 0, set.unit * 0.3, mix(set.palette.glow, set.palette.sun, 0.4), 0.4);
    context.restore();
    dither(context, { y: horizonY, width, height: set.height });
  });
  for (const layer of options.mirrored ?? []) addReflection(set, layer, bottom);
  addRipples(set, options, bottom);
  addGlitter(set, options, bottom);
}

/** A layer of the far shore upside down, in strips that the ripples push about. */
function addReflection(set: StageSet, layer: Layer, bottom: number): void {
  const { horizonY } = set.scenery;
  const { left, right } = spanOf(set, layer.depth);
  const high = Math.min(bottom - horizonY, set.unit * 0.42);
  const sheet = createCanvas(Math.ceil((right - left) / 2), Math.max(2, Math.ceil(high / 2)));
  const pen = sheet.getContext("2d");
  pen.filter = "blur(1.2px)";
  pen.setTransform(0.5, 0, 0, -0.36, 0, horizonY * 0.36);
  for (const piece of layer.pieces)
    pen.drawImage(piece.canvas, layer.x - left + piece.left, layer.y + piece.top);
  pen.resetTransform();
  pen.filter = "none";
  pen.globalCompositeOperation = "source-atop";
  pen.fillStyle = css(mix(...set.palette.water, 0.3), 0.42);
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.globalCompositeOperation = "destination-in";
  const fade = pen.createLinearGradient(0, 0, 0, sheet.height);
  for (const [at, alpha] of [
    [0, 0.8],
    [0.6, 0.5],
    [1, 0],
  ] as const)
    fade.addColorStop(at, `rgba(0,0,0,${alpha})`);
  pen.fillStyle = fade;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.getImageData(0, 0, 1, 1);
  const strip = Math.max(2, Math.round(set.unit / 240));
  addMoving(set, layer.depth, (context, seconds, view) => {
    const from = Math.max(0, Math.floor((view.panX * layer.depth - left - set.width * 0.1) / 2));
    const columns = Math.min(sheet.width - from, Math.ceil(set.width * 0.62));
    for (let row = 0; row < sheet.height; row += strip) {
      const down = row / sheet.height;
      const push = Math.sin(seconds * 2 - row * 0.5) + 0.6 * Math.sin(seconds * 1.3 + row * 0.21);
      const shift = push * set.unit * (0.0012 + 0.008 * down);
      const y = horizonY + row * 2;
      const rows = Math.min(strip, sheet.height - row);
      context.drawImage(
        sheet,
        from,
        row,
        columns,
        rows,
        left + from * 2 + shift,
        y,
        columns * 2,
        rows * 2,
      );
    }
  });
}

/** Long flat lines that come nearer and farther: the skin of the water. */
function addRipples(set: StageSet, { calm }: Water, bottom: number): void {
  const { horizonY } = set.scenery;
  const [far] = set.palette.water;
  const { left, right } = spanOf(set, 0.6);
  const span = right - left;
  const ripples = Array.from({ length: Math.round((span / set.width) * (calm ? 70 : 50)) }, () => {
    const down = set.random.next() ** 1.6;
    return {
      x: set.random.next() * span,
      y: horizonY + 3 + down * (bottom - horizonY),
      length: set.unit * (0.02 + down * 0.16) * set.random.between(0.6, 1.2),
      weight: set.unit * (0.0012 + down * 0.004),
      phase: set.random.between(0, 6.28),
      isLight: set.random.next() < 0.6,
    };
  });
  const light = css(lighten(mix(far, set.palette.sky[2], 0.4), 0.3), 0.34);
  const dark = css(darken(set.palette.water[1], 0.12), 0.26);
  addMoving(set, 0.6, (context, seconds) => {
    for (const [wanted, tone] of [
      [true, light],
      [false, dark],
    ] as const) {
      context.fillStyle = tone;
      context.beginPath();
      for (const { x, y, length, weight, phase, isLight } of ripples) {
        if (isLight !== wanted) continue;
        const half = length * (0.55 + 0.45 * Math.sin(seconds * 0.9 + phase));
        const at = left + ((x + seconds * set.unit * 0.012) % span);
        context.moveTo(at - half, y);
        context.quadraticCurveTo(at, y - weight, at + half, y);
        context.quadraticCurveTo(at, y + weight, at - half, y);
      }
      context.fill();
    }
  });
}

/** Sparks of the sun or moon on a path towards the lens. */
function addGlitter(set: StageSet, { sunX }: Water, bottom: number): void {
  const { horizonY } = set.scenery;
  const isDim = set.weather === "rain" || set.weather === "storm" || set.weather === "fog";
  const glints = Array.from({ length: isDim ? 20 : 80 }, () => {
    const down = set.random.next() ** 1.2;
    const spread = (0.03 + down * 0.15) * set.unit;
    return {
      x: set.width * sunX + (set.random.next() + set.random.next() - 1) * spread * 1.6,
      y: horizonY + 2 + down * (bottom - horizonY),
      half: set.unit * (0.006 + down * 0.034) * set.random.between(0.5, 1.2),
      weight: set.unit * (0.0012 + down * 0.0042),
      phase: set.random.between(0, 6.28),
      speed: set.random.between(1.2, 3.2),
    };
  });
  const tone = lighten(mix(set.palette.sun, set.palette.glow, 0.3), 0.2);
  addMoving(set, 0.03, (context, seconds) => {
    for (const [group, alpha] of [0.9, 0.6].entries()) {
      context.fillStyle = css(tone, isDim ? alpha * 0.4 : alpha);
      context.beginPath();
      for (const [index, { x, y, half, weight, phase, speed }] of glints.entries()) {
        if (index % 2 !== group) continue;
        const power = Math.sin(phase + seconds * speed);
        if (power < -0.1) continue;
        const reach = half * (0.3 + 0.7 * power);
        context.moveTo(x - reach, y);
        context.quadraticCurveTo(x, y - weight * power, x + reach, y);
        context.quadraticCurveTo(x, y + weight * power, x - reach, y);
      }
      context.fill();
    }
  });
}
