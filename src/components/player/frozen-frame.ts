/** However slow the new source is, a still picture does not stay longer than this. */
const MAX_FROZEN_MS = 20_000;

/**
 * Shows the frame that stands now over the film, until the film shows one of its new source. Without a
 * frame, and before the first one is to be seen, it does nothing.
 */
export function freezeFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement | null): void {
  if (!canvas || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || !canvas.hidden) return;
  // A poster still stands there.
  if (video.played.length === 0 && video.currentTime === 0) return;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  canvas.hidden = false;
  const shown = new AbortController();
  const thaw = () => {
    shown.abort();
    clearTimeout(timer);
    // The frame that is ready now is painted with the next one or two.
    requestAnimationFrame(() => requestAnimationFrame(() => (canvas.hidden = true)));
  };
  const timer = setTimeout(thaw, MAX_FROZEN_MS);
  const look = () => {
    if (!video.seeking && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) thaw();
  };
  for (const name of ["loadeddata", "seeked", "playing"]) {
    video.addEventListener(name, look, { signal: shown.signal });
  }
}
