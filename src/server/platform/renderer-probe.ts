import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const PATIENCE_MS = 15_000;

/**
 * Which encoder the built-in renderer would use, tried in a process of its own: a library that does
 * not fit this machine could end ours.
 * @returns its name for people, or null when there is none.
 */
export async function probeRenderer(ffmpegPath: string | undefined): Promise<string | null> {
  if (ffmpegPath) return (await hasX264(ffmpegPath)) ? `ffmpeg at FFMPEG_PATH` : null;
  const script = "await import('node-av')";
  const loads = await run(process.execPath, ["--input-type=module", "--eval", script], {
    timeout: PATIENCE_MS,
  }).then(
    () => true,
    () => false,
  );
  if (loads) return "node-av";
  return (await hasX264("ffmpeg")) ? "the ffmpeg that PATH finds" : null;
}

async function hasX264(ffmpeg: string): Promise<boolean> {
  try {
    const { stdout } = await run(ffmpeg, ["-hide_banner", "-encoders"], { timeout: PATIENCE_MS });
    return stdout.includes("libx264");
  } catch {
    return false;
  }
}
