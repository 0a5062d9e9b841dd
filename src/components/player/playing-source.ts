/** Frames end a little before what the container says. */
const SLACK_SECONDS = 0.25;
/** Longer than a slow network makes a film wait for bytes that are on their way. */
const STARVED_MS = 1_500;

/** What controls would believe, and show, while only the address of a film changes. */
const NOISE = ["emptied", "durationchange", "timeupdate", "progress", "pause"];

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
export function createPlayingSource(film: HTMLMediaElement, { freeze, onLost }: Options) {
  const leaving = new AbortController();
  const { signal } = leaving;
  let newer: string | null = null;
  let isQuiet = false;
  /** Not what `paused` says: a film that fails, or loads anew, pauses of itself. */
  let isMeantToPlay = false;
  let starved: ReturnType<typeof setTimeout> | undefined;

  function takeOver() {
    stopStarving();
    if (newer === null) return;
    freeze();
    isQuiet = true;
    const src = newer;
    newer = null;
    swapSource(film, src, isMeantToPlay);
  }

  function startStarving() {
    clearTimeout(starved);
    starved = setTimeout(() => {
      if (film.readyState < HAVE_FUTURE_DATA && !film.paused) takeOver();
      starved = undefined;
    }, STARVED_MS);
  }

  function stopStarving() {
    clearTimeout(starved);
    starved = undefined;
  }

  const reactions: Record<string, () => void> = {
    error() {
      isQuiet = true;
      if (newer === null) onLost();
      else takeOver();
    },
    play() {
      isMeantToPlay = true;
      if (!isBufferedToEnd(film)) takeOver();
    },
    seeking: () => isBufferedHere(film) || takeOver(),
    waiting: startStarving,
    playing: stopStarving,
    pause() {
      if (!film.error) isMeantToPlay = false;
    },
  };
  for (const [name, react] of Object.entries(reactions)) {
    film.addEventListener(name, react, { signal });
  }

  // Around the film and not on it, where the controls were first.
  const before = { signal, capture: true };
  const around = film.parentElement;
  around?.addEventListener("loadedmetadata", unhush, before);
  around?.addEventListener("progress", () => starved !== undefined && startStarving(), before);
  for (const name of NOISE) around?.addEventListener(name, hush, before);

  function unhush() {
    isQuiet = false;
  }

  function hush(event: Event) {
    // A person may pause it at any time; a film that has failed pauses of itself.
    const isNoise = event.type !== "pause" || film.error;
    if (event.target === film && isQuiet && isNoise) event.stopPropagation();
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
      stopStarving();
      leaving.abort();
    },
  };
}

/** HTMLMediaElement.HAVE_FUTURE_DATA */
const HAVE_FUTURE_DATA = 3;

/** HTML's load algorithm keeps volume and muting; place, speed and playing are put back here. */
function swapSource(film: HTMLMediaElement, src: string, isPlaying: boolean): void {
  const { currentTime, playbackRate } = film;
  film.defaultPlaybackRate = playbackRate;
  film.src = src;
  film.currentTime = currentTime;
  if (!isPlaying) return;
  film.play().catch((error: unknown) => {
    const isRefused = error instanceof DOMException && error.name === "NotAllowedError";
    // The controls have heard of no pause.
    if (isRefused) film.dispatchEvent(new Event("pause"));
  });
}

/** Whether the film can be played from here to its end without another request. */
function isBufferedToEnd(film: HTMLMediaElement): boolean {
  return bufferedUntil(film) >= film.duration - SLACK_SECONDS;
}

function isBufferedHere(film: HTMLMediaElement): boolean {
  return isBufferedToEnd(film) || bufferedUntil(film) > film.currentTime + SLACK_SECONDS;
}

/** Seconds to which the film is here without a hole, from where it stands. */
function bufferedUntil({ buffered, currentTime }: HTMLMediaElement): number {
  for (let index = 0; index < buffered.length; index += 1) {
    const isHere = buffered.start(index) <= currentTime + SLACK_SECONDS;
    if (isHere && buffered.end(index) >= currentTime) return buffered.end(index);
  }
  return Number.NEGATIVE_INFINITY;
}
