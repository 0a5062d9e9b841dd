import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { addLayer, addMoving, type StageSet, shade } from "../stage/stage-set";

export function stage(set: StageSet): void {
  const { groundY } = set.scenery;
  const pastel = set.style === "pastel";
  const velvet: Color = pastel ? [226, 150, 176] : [156, 28, 58];
  const light: Color = pastel ? [255, 244, 248] : [255, 226, 200];
  Object.assign(set, {
    palette: {
      ...set.palette,
      light: set.style === "neon" ? set.palette.light : light,
      haze: mix(velvet, [60, 20, 70], 0.5),
    },
  });
  addLayer(set, { depth: 0.3, plain: set.style !== "paper" }, (context, width) => {
    const back: Color = pastel ? [246, 214, 232] : [44, 14, 54];
    context.fillStyle = verticalGradient(
      context,
      0,
      groundY,
      darken(back, 0.3),
      back,
      mix(back, set.palette.accents[0], 0.28),
    );
    context.fillRect(0, -set.height * 0.1, width, set.height * 1.3);
    for (let bulb = 0; bulb < 60; bulb++)
      drawGlow(
        context,
        set.random.next() * width,
        set.random.next() * groundY * 0.8,
        set.unit * set.random.between(0.01, 0.05),
        set.palette.accents[bulb % 3] ?? [255, 210, 120],
        0.4,
      );
  });
  addBeams(set);
  addLayer(set, { depth: 0.85, top: groundY - set.unit * 0.1 }, (context, width) => {
    const wood = shade(set, [176, 112, 72], 0.95);
    const top = groundY - set.unit * 0.09;
    context.fillStyle = verticalGradient(
      context,
      top,
      set.height,
      lighten(wood, 0.12),
      wood,
      darken(wood, 0.35),
    );
    context.fillRect(0, top, width, set.height);
    context.strokeStyle = css(darken(wood, 0.3), 0.55);
    context.lineWidth = Math.max(1, set.unit * 0.003);
    for (let line = -10; line <= 30; line++) {
      const x = (line / 20) * width;
      context.beginPath();
      context.moveTo(x, top);
      context.lineTo(x + (x - width / 2) * 0.9, set.height * 1.1);
      context.stroke();
    }
  });
  addRig(set);
  addLayer(set, { depth: 1.15, front: true }, (context, width) => {
    const folds = (from: number, to: number) => {
      const count = 6;
      for (let fold = 0; fold < count; fold++) {
        const left = from + ((to - from) * fold) / count;
        const wide = (to - from) / count;
        const tone = shade(set, velvet, 1);
        const gradient = context.createLinearGradient(left, 0, left + wide, 0);
        gradient.addColorStop(0, css(darken(tone, 0.4)));
        gradient.addColorStop(0.5, css(lighten(tone, 0.12)));
        gradient.addColorStop(1, css(darken(tone, 0.4)));
        context.fillStyle = gradient;
        context.fillRect(left, -set.height * 0.1, wide + 1, set.height * 1.3);
      }
    };
    const left = set.width * 0.08;
    const wing = Math.min(set.unit * 0.2, set.width * 0.14);
    folds(0, left + wing);
    folds(left + set.width - wing, width);
    const tone = shade(set, velvet, 1);
    for (let x = 0; x < width; x += set.unit * 0.16) {
      context.fillStyle = verticalGradient(
        context,
        0,
        set.unit * 0.16,
        darken(tone, 0.2),
        lighten(tone, 0.1),
      );
      context.beginPath();
      context.ellipse(x, -set.height * 0.02, set.unit * 0.09, set.unit * 0.12, 0, 0, Math.PI * 2);
      context.fill();
    }
  });
}

/** Lamps on a truss whose beams sweep and leave pools of light on the boards. */
function addBeams(set: StageSet): void {
  const { unit, width } = set;
  const { groundY } = set.scenery;
  const beams = Array.from({ length: 5 }, (_, index) => ({
    x: width * (0.1 + index * 0.2),
    hue: set.palette.accents[index % 3] ?? set.palette.accents[0],
    phase: set.random.between(0, 6.28),
    speed: set.random.between(0.6, 1.3),
  }));
  const trussY = unit * 0.12;
  const bottom = groundY + unit * 0.04;
  const steel = css(darken(shade(set, [150, 146, 160], 0.9), 0.55));
  addMoving(set, 0.5, (context, seconds) => {
    context.globalCompositeOperation = set.style === "pastel" ? "soft-light" : "screen";
    for (const beam of beams) {
      const aim = beam.x + Math.sin(seconds * beam.speed + beam.phase) * width * 0.22;
      const gradient = context.createLinearGradient(0, trussY, 0, bottom);
      gradient.addColorStop(0, css(beam.hue, 0.85));
      gradient.addColorStop(1, css(beam.hue, 0.1));
      context.fillStyle = gradient;
      context.beginPath();
      context.moveTo(beam.x - unit * 0.014, trussY);
      context.lineTo(beam.x + unit * 0.014, trussY);
      context.lineTo(aim + unit * 0.14, bottom);
      context.ellipse(aim, bottom, unit * 0.14, unit * 0.03, 0, 0, Math.PI);
      context.fill();
    }
    context.globalCompositeOperation = "source-over";
    context.fillStyle = steel;
    context.fillRect(0, trussY - unit * 0.05, width, unit * 0.008);
    context.fillRect(0, trussY - unit * 0.018, width, unit * 0.006);
    for (const { x, phase, speed, hue } of beams) {
      context.save();
      context.translate(x, trussY - unit * 0.012);
      context.rotate(-Math.sin(seconds * speed + phase) * 0.4);
      context.fillStyle = steel;
      context.fillRect(-unit * 0.018, -unit * 0.016, unit * 0.036, unit * 0.036);
      context.fillStyle = css(lighten(hue, 0.5));
      context.fillRect(-unit * 0.015, unit * 0.016, unit * 0.03, unit * 0.008);
      context.restore();
    }
  });
}

/** Footlights at the edge, and towers of loudspeakers beside the stage. */
function addRig(set: StageSet): void {
  const { unit, width: frame } = set;
  const { groundY } = set.scenery;
  addLayer(set, { depth: 0.86, top: groundY - unit * 0.6 }, (context, width, lights) => {
    const box = shade(set, [52, 48, 60], 0.95);
    const wing = Math.min(unit * 0.36, frame * 0.27);
    for (const side of [-1, 1]) {
      for (let row = 0; row < 3; row++) {
        const [x, y] = [
          width / 2 + side * (frame / 2 - wing) - unit * 0.07,
          groundY - unit * (0.08 + row * 0.155),
        ];
        context.fillStyle = verticalGradient(
          context,
          y - unit * 0.15,
          y,
          lighten(box, 0.14),
          darken(box, 0.2),
        );
        context.beginPath();
        context.roundRect(x, y - unit * 0.15, unit * 0.14, unit * 0.15, unit * 0.008);
        context.fill();
        for (const [dy, radius] of [
          [0.05, 0.05],
          [0.118, 0.022],
        ] as const) {
          for (const [tone, scale] of [
            [darken(box, 0.5), 1],
            [lighten(box, 0.16), 0.62],
            [darken(box, 0.3), 0.3],
          ] as const) {
            context.fillStyle = css(tone);
            context.beginPath();
            context.arc(
              x + unit * 0.07,
              y - unit * dy - unit * 0.01,
              unit * radius * scale,
              0,
              Math.PI * 2,
            );
            context.fill();
          }
        }
      }
    }
    const edge = set.height * 0.985;
    for (let x = unit * 0.06; x < width; x += unit * 0.17) {
      drawGlow(lights, x, edge, unit * 0.12, set.palette.accents[0], 0.5);
      lights.fillStyle = css(lighten(set.palette.accents[0], 0.6));
      lights.beginPath();
      lights.arc(x, edge, unit * 0.016, Math.PI, 0);
      lights.fill();
    }
  });
}
