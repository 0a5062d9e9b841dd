import type { SKRSContext2D } from "@napi-rs/canvas";

/** Small shapes around (0, 0), filled in the pen's colour. */
export function dot(context: SKRSContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, Math.max(0.5, radius), 0, Math.PI * 2);
  context.fill();
}

export function ring(
  context: SKRSContext2D,
  x: number,
  y: number,
  across: number,
  down: number,
): void {
  context.beginPath();
  context.ellipse(x, y, Math.max(0.5, across), Math.max(0.5, down), 0, 0, Math.PI * 2);
  context.stroke();
}

export function heart(context: SKRSContext2D, size: number): void {
  context.beginPath();
  context.moveTo(0, size * 0.9);
  context.bezierCurveTo(-size * 1.5, -size * 0.1, -size * 0.75, -size * 1.15, 0, -size * 0.4);
  context.bezierCurveTo(size * 0.75, -size * 1.15, size * 1.5, -size * 0.1, 0, size * 0.9);
  context.fill();
}

export function note(context: SKRSContext2D, size: number, isDouble: boolean): void {
  const head = (x: number) => {
    context.beginPath();
    context.ellipse(x, 0, size * 0.34, size * 0.25, -0.4, 0, Math.PI * 2);
    context.fill();
    context.fillRect(x + size * 0.22, -size, size * 0.11, size);
  };
  head(0);
  if (isDouble) head(size * 0.72);
  context.fillRect(size * 0.22, -size, isDouble ? size * 0.83 : size * 0.42, size * 0.2);
}

/** A sparkle of `points` rays. */
export function sparkle(context: SKRSContext2D, size: number, points = 4, waist = 0.26): void {
  context.beginPath();
  for (let step = 0; step < points * 2; step++) {
    const reach = step % 2 ? size * waist : size;
    const angle = (step / points) * Math.PI - Math.PI / 2;
    context.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach);
  }
  context.fill();
}

export function letterZ(context: SKRSContext2D, size: number): void {
  context.lineWidth = size * 0.3;
  context.lineJoin = "round";
  context.lineCap = "round";
  context.beginPath();
  context.moveTo(-size / 2, -size / 2);
  context.lineTo(size / 2, -size / 2);
  context.lineTo(-size / 2, size / 2);
  context.lineTo(size / 2, size / 2);
  context.stroke();
}

export function leaf(context: SKRSContext2D, size: number): void {
  context.beginPath();
  context.moveTo(0, -size);
  context.quadraticCurveTo(size * 0.85, 0, 0, size);
  context.quadraticCurveTo(-size * 0.85, 0, 0, -size);
  context.fill();
}

/** A drop that falls: its point is above. */
export function drop(context: SKRSContext2D, size: number): void {
  context.beginPath();
  context.moveTo(0, -size * 1.5);
  context.bezierCurveTo(size * 0.3, -size * 0.8, size * 0.85, -size * 0.4, size * 0.85, size * 0.1);
  context.arc(0, size * 0.1, size * 0.85, 0, Math.PI);
  context.bezierCurveTo(-size * 0.85, -size * 0.4, -size * 0.3, -size * 0.8, 0, -size * 1.5);
  context.fill();
}

/** A tongue of fire that stands on (0, 0). */
export function flame(context: SKRSContext2D, size: number, bend: number): void {
  context.beginPath();
  context.moveTo(0, 0);
  context.bezierCurveTo(
    -size * 0.62,
    -size * 0.1,
    -size * 0.42,
    -size * 0.75,
    bend * size,
    -size * 1.5,
  );
  context.bezierCurveTo(size * 0.12, -size * 0.95, size * 0.72, -size * 0.4, 0, 0);
  context.fill();
}
