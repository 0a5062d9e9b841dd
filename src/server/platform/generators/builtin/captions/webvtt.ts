import type { Cue } from "./cues";

/** Writes cues as a WebVTT file (W3C WebVTT §4), one blank line after each. */
export function writeWebVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ start, end, lines }, index) =>
      `${index + 1}\n${timestamp(start)} --> ${timestamp(end)}\n${lines.map(escapeText).join("\n")}\n`,
  );
  return ["WEBVTT\n", ...blocks].join("\n");
}

const escapeText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** hh:mm:ss.ttt */
function timestamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const pad = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, "0");
  return `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${pad((ms / 1000) % 60)}.${pad(ms % 1000, 3)}`;
}
