/** However slow the new source is, a still picture does not stay longer than this. */
const MAX_FROZEN_MS = 4_000;

/**
 * Shows the frame that stands now over the film, until the film shows one of its new source. Without a
 * frame it does nothing.
 */
export function freezeFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement | null): void {
  if (!canvas || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || !canvas.hidden) return;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  canvas.hidden = false;
  const shown = new AbortController();
  const thaw = () => {
    shown.abort();
    clearTimeout(timer);
    canvas.hidden = true;
  };
  const timer = setTimeout(thaw, MAX_FROZEN_MS);
  const look = () => {
    if (!video.seeking && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) thaw();
  };
  for (const name of ["loadeddata", "seeked", "playing"]) {
    video.addEventListener(name, look, { signal: shown.signal });
  }
}
