/** Frames end a little before what the container says. */
const SLACK_SECONDS = 0.25;
/** Longer than a slow network makes a film wait for bytes that are on their way. */
const STARVED_MS = 1_500;

/** What controls would believe, and show, while only the address of a film changes. */
const NOISE = ["emptied", "durationchange", "timeupdate", "progress"];

type Options = {
  /** Keeps the frame that stands now before people's eyes, until the film shows one again. */
  freeze: () => void;
  /** The source failed, and there is no newer one. */
  onLost: () => void;
};

type Beginning = { time: number; isPlaying: boolean };

/**
 * Gives a film its source. What is here, or on its way over an open connection, is played to its end;
 * a newer URL takes over when bytes are asked for anew, or when the old one fails, and then at the
 * same place, speed and volume, and playing or not as before.
 * @returns how to offer a newer URL, and how to let go of the film.
 */
export function createPlayingSource(film: HTMLVideoElement, { freeze, onLost }: Options) {
  const leaving = new AbortController();
  const { signal } = leaving;
  let newer: string | null = null;
  let isQuiet = false;
  let starved: ReturnType<typeof setTimeout> | undefined;

  function takeOver() {
    clearTimeout(starved);
    if (newer === null) return;
    freeze();
    isQuiet = true;
    const src = newer;
    newer = null;
    swapSource(film, src);
  }

  function onError() {
    isQuiet = false;
    if (newer === null) onLost();
    else takeOver();
  }

  function onWaiting() {
    clearTimeout(starved);
    starved = setTimeout(() => {
      if (film.readyState < HAVE_FUTURE_DATA && !film.paused) takeOver();
    }, STARVED_MS);
  }

  film.addEventListener("error", onError, { signal });
  film.addEventListener("waiting", onWaiting, { signal });
  film.addEventListener("playing", () => clearTimeout(starved), { signal });
  film.addEventListener("play", () => isBufferedToEnd(film) || takeOver(), { signal });
  film.addEventListener("seeking", () => isBufferedHere(film) || takeOver(), { signal });
  film.addEventListener("loadedmetadata", () => (isQuiet = false), { signal, capture: true });
  for (const name of NOISE) {
    // Around the film and not on it: there the controls were first.
    film.parentElement?.addEventListener(
      name,
      (event) => {
        if (event.target === film && isQuiet) event.stopPropagation();
      },
      { signal, capture: true },
    );
  }

  return {
    /** @param begin - where the film starts, for its first source; seconds. */
    offer(src: string, begin: () => Beginning): void {
      if (!film.hasAttribute("src")) {
        const { time, isPlaying } = begin();
        film.src = src;
        if (time > 0) film.currentTime = time;
        if (isPlaying) film.play().catch(() => undefined);
      } else if (film.getAttribute("src") !== src) {
        newer = src;
        if (film.error) takeOver();
      }
    },
    letGo(): void {
      clearTimeout(starved);
      leaving.abort();
    },
  };
}

/** HTMLMediaElement.HAVE_FUTURE_DATA */
const HAVE_FUTURE_DATA = 3;

/** HTML's load algorithm keeps volume and muting; place, speed and playing are put back here. */
function swapSource(film: HTMLVideoElement, src: string): void {
  const { currentTime, paused, playbackRate } = film;
  film.defaultPlaybackRate = playbackRate;
  film.src = src;
  film.currentTime = currentTime;
  // Refused: the controls have heard of no pause.
  if (!paused) film.play().catch(() => film.paused && film.dispatchEvent(new Event("pause")));
}

/** Whether the film can be played from here to its end without another request. */
function isBufferedToEnd(film: HTMLVideoElement): boolean {
  return bufferedUntil(film) >= film.duration - SLACK_SECONDS;
}

function isBufferedHere(film: HTMLVideoElement): boolean {
  return isBufferedToEnd(film) || bufferedUntil(film) > film.currentTime + SLACK_SECONDS;
}

/** Seconds to which the film is here without a hole, from where it stands. */
function bufferedUntil({ buffered, currentTime }: HTMLVideoElement): number {
  for (let index = 0; index < buffered.length; index += 1) {
    const isHere = buffered.start(index) <= currentTime + SLACK_SECONDS;
    if (isHere && buffered.end(index) >= currentTime) return buffered.end(index);
  }
  return Number.NEGATIVE_INFINITY;
}
