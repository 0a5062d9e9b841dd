import type { Page } from "@playwright/test";

/** What somebody in front of a player may have seen; times in seconds. */
type Notes = {
  /** Frames in which the film had no picture, and nothing stood in its place. */
  bare: number;
  /** Frames in which the controls said that the film is of another length, or stands where it does not. */
  wrong: number;
  alerts: number;
  backwards: number;
  forwards: number;
  /** The longest time that it stood although it should play. */
  stalled: number;
  rate: number;
  volume: number;
};

/** Looks at the player in every frame from here on; `readNotes` tells. */
export async function watchFilm(page: Page): Promise<void> {
  await page.locator("video").evaluate((film: HTMLVideoElement) => {
    const notes = { bare: 0, wrong: 0, alerts: 0, backwards: 0, forwards: 0, stalled: 0 };
    const player = film.closest("media-controller");
    const still = player?.querySelector("canvas");
    const length = film.duration;
    let last = { at: performance.now(), time: film.currentTime, movedAt: performance.now() };

    function look() {
      const at = performance.now();
      const time = film.currentTime;
      const elapsed = (at - last.at) / 1000;
      const isMoving = film.paused || film.ended || time !== last.time;
      const movedAt = isMoving ? at : last.movedAt;
      if (film.readyState < HTMLMediaElement.HAVE_CURRENT_DATA && still?.hidden) notes.bare += 1;
      if (Math.abs(Number(player?.getAttribute("mediaduration")) - length) > 0.1) notes.wrong += 1;
      if (Math.abs(Number(player?.getAttribute("mediacurrenttime")) - time) > 1) notes.wrong += 1;
      notes.alerts = Math.max(notes.alerts, document.querySelectorAll("main [role=alert]").length);
      notes.backwards = Math.max(notes.backwards, last.time - time);
      notes.forwards = Math.max(notes.forwards, time - last.time - elapsed * film.playbackRate);
      notes.stalled = Math.max(notes.stalled, (at - movedAt) / 1000);
      last = { at, time, movedAt };
      requestAnimationFrame(look);
    }
    look();
    Object.assign(window, { notes });
  });
}

export function readNotes(page: Page): Promise<Notes> {
  return page.locator("video").evaluate((film: HTMLVideoElement) => ({
    ...(window as unknown as { notes: Notes }).notes,
    rate: film.playbackRate,
    volume: film.volume,
  }));
}
