import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../color";
import { smoothNoise } from "../random";
import { drawCloud, drawGlow, drawRidge, verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet, shade } from "../stage-set";
import { enterPlane } from "../view";

function addCosmos(set: StageSet): void {
  const pastel = set.style === "pastel";
  const deep: Color = pastel ? [176, 168, 226] : set.style === "neon" ? [6, 3, 22] : [9, 10, 34];
  const hues: readonly Color[] = pastel
    ? [
        [255, 206, 226],
        [190, 222, 255],
        [255, 232, 200],
      ]
    : set.style === "neon"
      ? [
          [255, 47, 179],
          [34, 228, 255],
          [120, 70, 255],
        ]
      : [
          [122, 62, 190],
          [40, 96, 190],
          [214, 84, 132],
        ];
  Object.assign(set, {
    palette: {
      ...set.palette,
      sky: [deep, lighten(deep, 0.06), lighten(deep, 0.1)],
      haze: lighten(deep, 0.22),
      light: pastel ? [250, 244, 255] : [206, 204, 240],
      isDark: !pastel,
    },
  });
  addLayer(set, { depth: 0.03, plain: true }, (context, width) => {
    context.fillStyle = verticalGradient(context, 0, set.height, deep, lighten(deep, 0.07), deep);
    context.fillRect(0, -set.height * 0.2, width, set.height * 1.5);
    for (let puff = 0; puff < 26; puff++) {
      const along = puff / 26;
      const x = along * width * 1.1 - width * 0.05;
      const y =
        set.height * (0.78 - along * 0.6) +
        smoothNoise(set.random.integer(1, 1e6), puff) * set.height * 0.16;
      drawGlow(
        context,
        x,
        y,
        set.unit * set.random.between(0.2, 0.5),
        hues[puff % 3] ?? [120, 60, 190],
        0.3,
      );
    }
    for (let star = 0; star < 380; star++) {
      context.fillStyle = css(
        mix([255, 255, 255], hues[star % 3] ?? [255, 255, 255], 0.25),
        set.random.between(0.2, 1),
      );
      context.beginPath();
      context.arc(
        set.random.next() * width,
        set.random.between(-0.05, 1.05) * set.height,
        set.unit * set.random.between(0.0006, 0.0024),
        0,
        Math.PI * 2,
      );
      context.fill();
    }
  });
  const stars = Array.from({ length: 34 }, () => ({
    x: set.random.between(-0.1, 1.1) * set.width,
    y: set.random.next() * set.height,
    size: set.unit * set.random.between(0.0015, 0.004),
    phase: set.random.between(0, 6.28),
    depth: set.random.between(0.08, 0.4),
  }));
  set.scenery.animateBehind.push((context, seconds, view) => {
    for (const star of stars) {
      const power = 0.5 + 0.5 * Math.sin(seconds * 2.1 + star.phase);
      const span = set.width * 1.2;
      const x = ((((star.x - view.panX * star.depth) % span) + span) % span) - set.width * 0.1;
      context.fillStyle = `rgba(255,255,255,${(0.3 + 0.7 * power).toFixed(2)})`;
      context.beginPath();
      context.arc(x, star.y, star.size * (0.7 + 0.5 * power), 0, Math.PI * 2);
      context.fill();
    }
  });
}

function drawPlanet(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  base: Color,
  ring: boolean,
) {
  const disc = createCanvas(Math.ceil(radius * 2), Math.ceil(radius * 2));
  const pen = disc.getContext("2d");
  pen.beginPath();
  pen.arc(radius, radius, radius, 0, Math.PI * 2);
  pen.clip();
  pen.fillStyle = css(base);
  pen.fillRect(0, 0, radius * 2, radius * 2);
  for (let band = 0; band < 9; band++) {
    pen.fillStyle = css(band % 2 ? lighten(base, 0.16) : darken(base, 0.1), 0.6);
    pen.beginPath();
    pen.ellipse(
      radius,
      radius * (0.15 + band * 0.22) + set.random.between(-3, 3),
      radius * 1.1,
      radius * set.random.between(0.04, 0.11),
      -0.15,
      0,
      Math.PI * 2,
    );
    pen.fill();
  }
  const night = pen.createRadialGradient(
    radius * 0.6,
    radius * 0.55,
    radius * 0.3,
    radius * 0.8,
    radius * 0.8,
    radius * 1.35,
  );
  night.addColorStop(0, "rgba(255,255,255,0.22)");
  night.addColorStop(0.5, "rgba(10,5,40,0.12)");
  night.addColorStop(1, "rgba(8,4,32,0.85)");
  pen.fillStyle = night;
  pen.fillRect(0, 0, radius * 2, radius * 2);
  drawGlow(context, x, y, radius * 1.5, lighten(base, 0.2), 0.3);
  const drawRing = (front: boolean) => {
    context.strokeStyle = css(lighten(base, 0.5), 0.75);
    context.lineWidth = radius * 0.13;
    context.beginPath();
    context.ellipse(
      x,
      y,
      radius * 1.7,
      radius * 0.4,
      -0.3,
      front ? 0 : Math.PI,
      front ? Math.PI : Math.PI * 2,
    );
    context.stroke();
  };
  if (ring) drawRing(false);
  context.drawImage(disc, x - radius, y - radius);
  if (ring) drawRing(true);
}

export function space(set: StageSet): void {
  addCosmos(set);
  const worlds: readonly [Color, ...Color[]] = [
    [232, 128, 92],
    [98, 158, 226],
    [214, 176, 120],
    [150, 112, 210],
    [96, 190, 170],
  ];
  addLayer(
    set,
    { depth: 0.16, plain: set.style === "cinematic" || set.style === "pastel" },
    (context, width) => {
      drawPlanet(
        set,
        context,
        width * set.random.between(0.7, 0.8),
        set.height * set.random.between(0.2, 0.3),
        set.unit * 0.15,
        set.random.pick(worlds),
        true,
      );
      drawPlanet(
        set,
        context,
        width * set.random.between(0.12, 0.3),
        set.height * set.random.between(0.72, 0.84),
        set.unit * 0.08,
        set.random.pick(worlds),
        false,
      );
    },
  );
  addLayer(set, { depth: 0.5 }, (context, width) => {
    for (let rock = 0; rock < 9; rock++) {
      const x = ((rock + set.random.next()) / 9) * width;
      const y =
        set.height *
        (set.random.next() < 0.5 ? set.random.between(0.02, 0.2) : set.random.between(0.8, 1));
      drawRock(set, context, x, y, set.unit * set.random.between(0.012, 0.04));
    }
  });
}

function drawRock(set: StageSet, context: SKRSContext2D, x: number, y: number, size: number) {
  const stone = shade(set, [150, 132, 150], 0.8);
  for (const [scale, tone] of [
    [1, darken(stone, 0.3)],
    [0.78, stone],
  ] as const) {
    context.fillStyle = css(tone);
    context.beginPath();
    for (let side = 0; side < 8; side++) {
      const reach = size * scale * (0.8 + 0.25 * Math.sin(side * 2.3 + x));
      context.lineTo(
        x - size * (1 - scale) * 0.5 + Math.cos((side / 8) * 6.283) * reach * 1.25,
        y - size * (1 - scale) * 0.5 + Math.sin((side / 8) * 6.283) * reach,
      );
    }
    context.fill();
  }
}

export function moon(set: StageSet): void {
  addCosmos(set);
  const { groundY } = set.scenery;
  addLayer(
    set,
    { depth: 0.12, plain: set.style === "cinematic" || set.style === "pastel" },
    (context, width) => {
      const x = width * set.random.between(0.62, 0.78);
      const y = set.height * 0.24;
      const radius = set.unit * 0.13;
      drawPlanet(set, context, x, y, radius, [70, 142, 226], false);
      context.save();
      context.beginPath();
      context.arc(x, y, radius, 0, Math.PI * 2);
      context.clip();
      context.fillStyle = css([110, 190, 120], 0.75);
      for (const [dx, dy, rx, ry] of [
        [-0.4, -0.3, 0.4, 0.3],
        [-0.1, 0.3, 0.26, 0.4],
        [0.5, 0.1, 0.2, 0.4],
      ] as const) {
        context.beginPath();
        context.ellipse(
          x + dx * radius,
          y + dy * radius,
          rx * radius,
          ry * radius,
          0.5,
          0,
          Math.PI * 2,
        );
        context.fill();
      }
      context.restore();
    },
  );
  const dust: Color = [206, 202, 214];
  for (const [depth, y, height] of [
    [0.3, groundY - set.unit * 0.2, 0.09],
    [0.6, groundY - set.unit * 0.13, 0.06],
    [1, groundY - set.unit * 0.07, 0.02],
  ] as const) {
    addLayer(set, { depth, top: y - set.unit * height * 2 }, (context, width) => {
      const color = shade(set, dust, depth);
      drawRidge(
        context,
        width,
        {
          y,
          bottom: set.height * 1.2,
          height: set.unit * height,
          wave: set.unit * 0.45,
          seed: set.random.integer(1, 1e8),
          roughness: depth < 1 ? 0.25 : 0,
        },
        verticalGradient(
          context,
          y - set.unit * height,
          set.height,
          lighten(color, 0.1),
          darken(color, 0.28),
        ),
      );
      const craters = Math.ceil((width / set.unit) * (depth === 1 ? 7 : 2));
      for (let crater = 0; crater < craters; crater++) {
        const cy =
          depth === 1
            ? set.random.between(groundY - set.unit * 0.03, set.height * 1.05)
            : y + set.unit * 0.03;
        const size =
          set.unit * set.random.between(0.016, 0.055) * depth * (0.6 + (cy - y) / (set.unit * 0.3));
        const x = set.random.next() * width;
        context.fillStyle = css(lighten(color, 0.2));
        context.beginPath();
        context.ellipse(x, cy + size * 0.08, size * 1.06, size * 0.32, 0, 0, Math.PI * 2);
        context.fill();
        context.fillStyle = css(darken(color, 0.26));
        context.beginPath();
        context.ellipse(x, cy, size, size * 0.28, 0, 0, Math.PI * 2);
        context.fill();
      }
    });
  }
}

export function sky(set: StageSet): void {
  addSky(set, { horizon: set.height * 1.05, clouds: 5 });
  const white = lighten(set.palette.sky[2], set.palette.isDark ? 0.08 : 0.6);
  for (const [depth, y, size, front] of [
    [0.3, 0.9, 0.2, false],
    [0.6, 1.0, 0.26, false],
    [1.25, 1.08, 0.3, true],
  ] as const) {
    addLayer(
      set,
      { depth, top: set.height * (y - 0.4), front, drift: (12 * set.unit) / 720 },
      (context, width) => {
        for (let x = 0; x < width; x += set.unit * size * 1.2) {
          drawCloud(
            context,
            set,
            x,
            set.height * y + set.random.between(-0.04, 0.04) * set.unit,
            set.unit * size * set.random.between(0.8, 1.2),
            mix(white, set.palette.sky[1], depth > 1 ? 0 : 0.25),
          );
        }
      },
    );
  }
}

/** Ribbons of light and floating beads: where ideas without a place live. */
export function abstract(set: StageSet): void {
  const [zenith, middle, horizon] = set.palette.sky;
  addLayer(set, { depth: 0.03, plain: true }, (context, width) => {
    const gradient = context.createLinearGradient(0, 0, width, set.height);
    gradient.addColorStop(0, css(zenith));
    gradient.addColorStop(0.55, css(middle));
    gradient.addColorStop(1, css(horizon));
    context.fillStyle = gradient;
    context.fillRect(0, -set.height * 0.2, width, set.height * 1.5);
    for (let orb = 0; orb < 6; orb++)
      drawGlow(
        context,
        set.random.next() * width,
        set.random.next() * set.height,
        set.unit * set.random.between(0.25, 0.55),
        set.palette.accents[orb % 3] ?? middle,
        0.34,
      );
  });
  for (const depth of [0.2, 0.35, 0.5]) {
    addLayer(set, { depth, top: set.height * 0.4 }, (context, width) => {
      const y = set.height * (0.62 + depth * 0.42);
      const hue = mix(middle, set.palette.accents[Math.round(depth * 10) % 3] ?? horizon, 0.5);
      drawRidge(
        context,
        width,
        {
          y,
          bottom: set.height * 1.2,
          height: set.unit * 0.22,
          wave: set.unit * 0.75,
          seed: set.random.integer(1, 1e8),
        },
        verticalGradient(
          context,
          y - set.unit * 0.22,
          set.height,
          lighten(hue, 0.15),
          mix(hue, zenith, 0.45),
        ),
      );
    });
  }
  const beads = Array.from({ length: 26 }, () => ({
    x: set.random.next() * set.width,
    y: set.random.next() * set.height,
    size: set.unit * set.random.between(0.005, 0.022),
    speed: set.random.between(0.02, 0.07),
    phase: set.random.between(0, 6.28),
    hue: set.random.integer(0, 2),
    depth: set.random.between(0.3, 1),
  }));
  set.scenery.animateBehind.push((context, seconds, view) => {
    context.save();
    enterPlane(context, view, 0.4);
    for (const bead of beads) {
      const span = set.height * 1.1;
      const y =
        ((((bead.y - seconds * bead.speed * set.height) % span) + span) % span) - set.height * 0.05;
      const x = bead.x + Math.sin(seconds * 0.8 + bead.phase) * set.unit * 0.02;
      context.globalAlpha = 0.35 + 0.35 * Math.sin(seconds * 1.3 + bead.phase) ** 2;
      context.fillStyle = css(lighten(set.palette.accents[bead.hue] ?? [255, 255, 255], 0.45));
      context.beginPath();
      context.arc(x, y, bead.size, 0, Math.PI * 2);
      context.fill();
    }
    context.restore();
  });
}
