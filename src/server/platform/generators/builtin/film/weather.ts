import { createCanvas } from "@napi-rs/canvas";
import { css, WHITE } from "./color";
import { addLayer, type StageSet } from "./stage-set";

/** Rain, snow, fog and lightning in front of a scene; all of it follows from the time alone. */
export function addWeather(set: StageSet): void {
  if (set.weather === "rain" || set.weather === "storm") addRain(set);
  if (set.weather === "snow") addSnow(set);
  if (set.weather === "fog") addFog(set);
  if (set.weather === "storm") addLightning(set);
}

function addRain(set: StageSet): void {
  const heavy = set.weather === "storm";
  const drops = Array.from({ length: heavy ? 190 : 150 }, () => ({
    x: set.random.next(),
    y: set.random.next(),
    near: set.random.next() ** 2,
  }));
  const hue =
    set.style === "neon"
      ? set.palette.accents[1]
      : set.style === "pastel"
        ? ([120, 140, 190] as const)
        : WHITE;
  const slant = heavy ? 0.32 : 0.14;
  set.scenery.animateBefore.push((context, seconds, view) => {
    context.save();
    context.lineCap = "round";
    for (const [low, high, alpha, weight] of [
      [0, 0.2, 0.26, 0.0014],
      [0.2, 0.6, 0.36, 0.002],
      [0.6, 1.01, 0.5, 0.003],
    ] as const) {
      context.strokeStyle = css(hue, alpha);
      context.lineWidth = Math.max(1, set.unit * weight);
      context.beginPath();
      for (const drop of drops) {
        if (drop.near < low || drop.near >= high) continue;
        const speed = 1.1 + drop.near * 0.9;
        const fall = (drop.y + seconds * speed) % 1;
        const length = set.unit * (0.03 + drop.near * 0.06);
        const y = fall * (set.height + length * 2) - length;
        const span = set.width * 1.3;
        const raw = drop.x * span - fall * set.height * slant - view.panX * (0.4 + drop.near);
        const x = (((raw % span) + span) % span) - set.width * 0.1;
        context.moveTo(x, y);
        context.lineTo(x - length * slant, y + length);
      }
      context.stroke();
    }
    context.restore();
  });
}

function addSnow(set: StageSet): void {
  const flakes = Array.from({ length: 150 }, () => ({
    x: set.random.next(),
    y: set.random.next(),
    near: set.random.next() ** 2,
    phase: set.random.between(0, 6.28),
  }));
  set.scenery.animateBefore.push((context, seconds, view) => {
    context.save();
    for (const [low, high, alpha] of [
      [0, 0.3, 0.6],
      [0.3, 0.8, 0.8],
      [0.8, 1.01, 0.55],
    ] as const) {
      context.fillStyle = css(set.style === "neon" ? set.palette.accents[1] : WHITE, alpha);
      context.beginPath();
      for (const flake of flakes) {
        if (flake.near < low || flake.near >= high) continue;
        const fall = (flake.y + seconds * (0.07 + flake.near * 0.13)) % 1;
        const span = set.width * 1.2;
        const raw =
          flake.x * span +
          Math.sin(seconds * 1.2 + flake.phase) * set.unit * 0.02 -
          view.panX * (0.3 + flake.near);
        const x = (((raw % span) + span) % span) - set.width * 0.1;
        const y = fall * set.height * 1.06 - set.height * 0.03;
        const size = set.unit * (0.0022 + flake.near * 0.0085);
        context.moveTo(x + size, y);
        context.arc(x, y, size, 0, Math.PI * 2);
      }
      context.fill();
    }
    context.restore();
  });
}

function addFog(set: StageSet): void {
  const veil = set.palette.haze;
  for (const [depth, y, front, drift] of [
    [0.45, 0.5, false, 14],
    [1.3, 0.78, true, 26],
  ] as const) {
    addLayer(
      set,
      {
        depth,
        front,
        plain: true,
        top: set.height * (y - 0.3),
        bottom: set.height * (y + 0.3),
        drift,
      },
      (context, width) => {
        const puff = createCanvas(256, 128);
        const pen = puff.getContext("2d");
        pen.scale(1, 0.5);
        const gradient = pen.createRadialGradient(128, 128, 0, 128, 128, 128);
        gradient.addColorStop(0, css(veil, 0.42));
        gradient.addColorStop(1, css(veil, 0));
        pen.fillStyle = gradient;
        pen.fillRect(0, 0, 256, 256);
        for (let x = -set.unit * 0.4; x < width; x += set.unit * 0.16) {
          const wide = set.unit * set.random.between(0.5, 1.1);
          context.drawImage(
            puff,
            x,
            set.height * y - wide * 0.22 + set.random.between(-0.08, 0.08) * set.height,
            wide,
            wide * 0.42,
          );
        }
      },
    );
  }
}

function addLightning(set: StageSet): void {
  const strikes = [0.9, 1.02, 2.6].map((second) => second + set.random.between(-0.2, 0.2));
  const bolt = Array.from(
    { length: 9 },
    (_, step) =>
      [
        set.width * (0.3 + set.random.between(-0.03, 0.03)) +
          step * set.unit * set.random.between(-0.006, 0.02),
        (step / 8) * set.scenery.horizonY,
      ] as const,
  );
  set.scenery.animateBehind.push((context, seconds) => {
    const since = Math.min(...strikes.map((strike) => (seconds >= strike ? seconds - strike : 9)));
    if (since > 0.4) return;
    const power = (1 - since / 0.4) ** 2;
    context.save();
    context.fillStyle = `rgba(225,232,255,${(power * 0.3).toFixed(3)})`;
    context.fillRect(0, 0, set.width, set.height);
    context.strokeStyle = `rgba(255,255,255,${power.toFixed(3)})`;
    context.shadowColor = "rgba(170,190,255,1)";
    context.shadowBlur = set.unit * 0.03;
    context.lineWidth = set.unit * 0.006;
    context.beginPath();
    for (const [x, y] of bolt) context.lineTo(x, y);
    context.stroke();
    context.restore();
  });
}
