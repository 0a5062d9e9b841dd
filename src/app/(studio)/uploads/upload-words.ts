import { formatBytes } from "~/components/media/format";
import { secondsLeft, type Totals } from "./speed";
import type { PauseReason, Upload } from "./upload";

const PAUSED: Record<PauseReason, string> = {
  person: "Paused",
  quota: "Your storage is full. It goes on by itself once there is room.",
  offline: "Waiting for the network",
  server: "Waiting for T2M to answer",
  "sign-in": "Waiting for you to sign in",
};

/** What a row says below the name. */
export function describeUpload(upload: Upload): string {
  const { state, size, sentBytes, speed } = upload;
  switch (state.name) {
    case "waiting":
      if (upload.failures > 0) return "Tries again shortly";
      return `${formatBytes(size)} · Waiting for its turn`;
    case "hashing":
      return `${formatBytes(size)} · Reading ${percentOf(upload.hashedBytes, size)} %`;
    case "twin":
      return state.filename === upload.filename
        ? "You have this file already."
        : `You have this file already, as ${state.filename}.`;
    case "uploading": {
      const parts = [`${formatBytes(sentBytes)} of ${formatBytes(size)}`];
      if (speed.bytesPerSecond) parts.push(`${formatBytes(speed.bytesPerSecond)}/s`);
      const left = secondsLeft(size - sentBytes, speed.bytesPerSecond);
      if (left !== null) parts.push(`${inWords(left)} left`);
      return parts.join(" · ");
    }
    case "verifying":
      return "Comparing every byte";
    case "paused":
      return PAUSED[state.because];
    case "failed":
      return state.sentence;
    case "ready":
      return `${formatBytes(size)} · Ready`;
  }
}

/** How far a row is filled, in percent: below 100 until the server has compared the bytes. */
export function filledPercent({ state, size, sentBytes }: Upload): number {
  if (state.name === "ready") return 100;
  return Math.min(99, percentOf(sentBytes, size));
}

/** What the tray says about all of them. */
export function describeTotals(totals: Totals): string {
  const files = (count: number) => (count === 1 ? "1 file" : `${count} files`);
  if (totals.open > 0) {
    const left = totals.secondsLeft === null ? "" : ` · ${inWords(totals.secondsLeft)} left`;
    return `Uploading ${files(totals.open)}${left}`;
  }
  if (totals.ready > 0) return `${files(totals.ready)} uploaded`;
  return totals.failed > 0 ? `${files(totals.failed)} not uploaded` : "Uploads";
}

function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}

/** "8 s", "3 min", "2 h": no more exact than it can be. */
export function inWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3_600)} h`;
}
