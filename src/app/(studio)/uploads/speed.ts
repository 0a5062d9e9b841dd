import type { Speed, Upload } from "./upload";

/** Half of what is shown is younger than this. */
const HALF_LIFE_MS = 2_500;
/** Shorter spans say more about buffers than about the network. */
const MIN_SPAN_MS = 200;

/** The clock starts: what was sent before does not count. */
export function startSpeed(bytes: number, at: number): Speed {
  return { bytesPerSecond: null, at, bytes };
}

/** @param bytes - all that is sent at `at`; fewer than before when the server had lost some. */
export function measureSpeed(speed: Speed, bytes: number, at: number): Speed {
  const span = at - speed.at;
  if (bytes < speed.bytes) return { ...speed, bytes, at };
  if (span < MIN_SPAN_MS) return speed;
  const now = ((bytes - speed.bytes) / span) * 1000;
  const weight = speed.bytesPerSecond === null ? 1 : 1 - 0.5 ** (span / HALF_LIFE_MS);
  const bytesPerSecond = (speed.bytesPerSecond ?? 0) * (1 - weight) + now * weight;
  return { bytesPerSecond, at, bytes };
}

/** @returns seconds that the rest takes; null while nobody can know. */
export function secondsLeft(remainingBytes: number, bytesPerSecond: number | null): number | null {
  if (remainingBytes === 0) return 0;
  return bytesPerSecond && bytesPerSecond > 0 ? remainingBytes / bytesPerSecond : null;
}

export type Totals = {
  /** Files that are neither ready nor given up. */
  open: number;
  /** Files that bytes are moving of. */
  moving: number;
  ready: number;
  failed: number;
  /** 0…100, below 100 until everything is verified. */
  percent: number;
  bytesPerSecond: number | null;
  secondsLeft: number | null;
};

/** All uploads together. What was refused is no part of it. */
export function sumUp(uploads: readonly Upload[]): Totals {
  const counted = uploads.filter(({ state }) => state.name !== "failed" && state.name !== "twin");
  const ready = counted.filter(({ state }) => state.name === "ready").length;
  const size = sum(counted, (it) => it.size);
  const sent = sum(counted, (it) => (it.state.name === "ready" ? it.size : it.sentBytes));
  const moving = counted.filter(({ state }) => isMoving(state.name));
  const isDone = ready > 0 && ready === counted.length;
  const speeds = moving.map(({ speed }) => speed.bytesPerSecond).filter((it) => it !== null);
  const bytesPerSecond = speeds.length > 0 ? speeds.reduce((all, it) => all + it, 0) : null;
  return {
    open: counted.length - ready,
    moving: moving.length,
    ready,
    failed: uploads.filter(({ state }) => state.name === "failed").length,
    percent: isDone ? 100 : Math.min(99, Math.floor((100 * sent) / Math.max(1, size))),
    bytesPerSecond,
    secondsLeft: secondsLeft(size - sent, bytesPerSecond),
  };
}

function isMoving(name: Upload["state"]["name"]): boolean {
  return name === "hashing" || name === "uploading" || name === "verifying";
}

function sum(uploads: readonly Upload[], of: (upload: Upload) => number): number {
  return uploads.reduce((all, upload) => all + of(upload), 0);
}
