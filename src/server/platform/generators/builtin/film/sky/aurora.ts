import { createCanvas } from "@napi-rs/canvas";
import { css } from "../drawing/color";
import { addMoving, type StageSet } from "../stage/stage-set";

export function addAurora(set: StageSet, horizon: number) {
  const columns = 64;
  const hues = [
    [90, 255, 170],
    [70, 220, 255],
    [190, 110, 255],
  ] as const;
  const sheet = createCanvas(32, 128);
  const pen = sheet.getContext("2d");
  const fade = pen.createLinearGradient(0, 0, 0, 128);
  fade.addColorStop(0, "rgba(255,255,255,0)");
  fade.addColorStop(0.7, "rgba(255,255,255,0.7)");
  fade.addColorStop(0.92, "rgba(255,255,255,1)");
  fade.addColorStop(1, "rgba(255,255,255,0)");
  pen.fillStyle = fade;
  pen.fillRect(0, 0, 32, 128);
  pen.globalCompositeOperation = "destination-in";
  const soft = pen.createLinearGradient(0, 0, 32, 0);
  for (const [at, alpha] of [
    [0, 0],
    [0.25, 0.5],
    [0.5, 1],
    [0.75, 0.5],
    [1, 0],
  ] as const) {
    soft.addColorStop(at, `rgba(255,255,255,${alpha})`);
  }
  pen.fillStyle = soft;
  pen.fillRect(0, 0, 32, 128);
  const tinted = hues.map((hue) => {
    const copy = createCanvas(32, 128);
    const ink = copy.getContext("2d");
    ink.drawImage(sheet, 0, 0);
    ink.globalCompositeOperation = "source-in";
    const rise = ink.createLinearGradient(0, 0, 0, 128);
    rise.addColorStop(0, "rgb(170,90,255)");
    rise.addColorStop(0.6, css(hue));
    rise.addColorStop(1, css(hue));
    ink.fillStyle = rise;
    ink.fillRect(0, 0, 32, 128);
    return copy;
  });
  const phase = set.random.between(0, 6);
  addMoving(set, 0.05, (context, seconds) => {
    context.globalCompositeOperation = "screen";
    const step = (set.width * 1.16) / columns;
    tinted.forEach((image, band) => {
      for (let column = 0; column < columns; column++) {
        const x = -set.width * 0.08 + column * step;
        const wave =
          Math.sin(column * 0.16 + seconds * 0.5 + band * 1.9 + phase) +
          0.5 * Math.sin(column * 0.37 - seconds * 0.7 + band);
        const power = 0.5 + 0.5 * Math.sin(column * 0.23 + seconds * 0.9 + band * 2.1 + phase);
        const height = horizon * (0.42 + 0.2 * power);
        context.globalAlpha = (0.16 + 0.42 * power) * (band === 2 ? 0.6 : 1);
        context.drawImage(
          image,
          x,
          horizon * (0.62 - band * 0.13) - height + wave * horizon * 0.08,
          step * 2.4,
          height,
        );
      }
    });
  });
}
