/** The built-in renderer's frames per second: how far one step goes. */
const FRAMES_PER_SECOND = 30;

/** Keys that Media Chrome also knows, but for something else, or for what is not there. */
export function reservedKeys(hasCaptions: boolean): string {
  return `noj nol no? no/${hasCaptions ? "" : " noc"}`;
}

type KeyUse = { keys: readonly string[]; does: string };

const CAPTIONS: KeyUse = { keys: ["C"], does: "Captions on or off" };

const KEYS: readonly KeyUse[] = [
  { keys: ["Space", "K"], does: "Play or pause" },
  { keys: ["←", "→"], does: "Back or on by one second" },
  { keys: [",", "."], does: "Back or on by one frame, while paused" },
  { keys: ["↑", "↓"], does: "Louder or quieter" },
  { keys: ["M"], does: "Mute" },
  { keys: ["<", ">"], does: "Slower or faster" },
  { keys: ["L"], does: "Play it again and again" },
  { keys: ["F"], does: "Fill the screen" },
  { keys: ["P"], does: "Picture in picture" },
  { keys: ["?"], does: "This list" },
];

/** What the player's keys do, in words. */
export function keyHelp(hasCaptions: boolean): readonly KeyUse[] {
  return hasCaptions ? [...KEYS.slice(0, -1), CAPTIONS, ...KEYS.slice(-1)] : KEYS;
}

type Acts = { toggleLoop: () => void; toggleHelp: () => void };

/**
 * What Media Chrome's keys leave out: single frames, the loop and the list of keys.
 * @returns whether the key was one of these.
 */
export function handlePlayerKey(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
  video: Pick<HTMLVideoElement, "paused" | "currentTime" | "duration">,
  { toggleLoop, toggleHelp }: Acts,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case ",":
      return step(video, -1);
    case ".":
      return step(video, 1);
    case "l":
    case "L":
      toggleLoop();
      return true;
    case "?":
      toggleHelp();
      return true;
    default:
      return false;
  }
}

function step(
  video: Pick<HTMLVideoElement, "paused" | "currentTime" | "duration">,
  frames: number,
) {
  if (!video.paused) return false;
  const end = Number.isFinite(video.duration) ? video.duration : Number.POSITIVE_INFINITY;
  const next = video.currentTime + frames / FRAMES_PER_SECOND;
  video.currentTime = Math.min(end, Math.max(0, next));
  return true;
}
