import { probeRenderer } from "~/server/platform/renderer-probe";
import { type Check, fail, ok } from "../check";

export const renderer: Check = {
  id: "renderer",
  group: "Parts",
  title: "Videos can be encoded on this machine",
  async run({ settings }) {
    const found = await probeRenderer(settings.FFMPEG_PATH);
    return found
      ? ok(`By ${found}.`)
      : fail(
          settings.FFMPEG_PATH
            ? "The ffmpeg of FFMPEG_PATH does not start, or lacks libx264."
            : "Neither node-av nor an ffmpeg with libx264 is to be found.",
          "Run npm ci with optional packages, or install ffmpeg with libx264 and set FFMPEG_PATH to it. (Where only workers render, ask the doctor there.)",
        );
  },
};
