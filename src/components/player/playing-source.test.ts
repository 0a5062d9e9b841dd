import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPlayingSource } from "./playing-source";

/** A film as far as its source is concerned; the test says what the browser has done. */
class PlayedFilm extends EventTarget {
  currentTime = 0;
  duration = 30;
  paused = true;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  volume = 1;
  readyState = 4;
  error: { code: number } | null = null;
  ranges: [number, number][] = [];
  sources: string[] = [];
  parentElement = new EventTarget();
  isAllowed = true;

  get buffered() {
    const { ranges } = this;
    return {
      length: ranges.length,
      start: (index: number) => ranges[index]?.[0],
      end: (index: number) => ranges[index]?.[1],
    };
  }
  hasAttribute() {
    return this.sources.length > 0;
  }
  getAttribute() {
    return this.sources.at(-1) ?? null;
  }
  /** HTML's load algorithm, as far as it shows. */
  set src(value: string) {
    this.sources.push(value);
    this.ranges = [];
    this.currentTime = 0;
    this.paused = true;
    this.playbackRate = this.defaultPlaybackRate;
    this.error = null;
    this.readyState = 0;
  }
  async play() {
    if (!this.isAllowed) throw new DOMException("no gesture", "NotAllowedError");
    this.paused = false;
    this.tell("play");
  }
  /** On its way down to the film an event passes what is around it. */
  tell(name: string): boolean {
    const event = new Event(name);
    let isStopped = false;
    Object.defineProperty(event, "target", { value: this, configurable: true });
    event.stopPropagation = () => {
      isStopped = true;
    };
    this.parentElement.dispatchEvent(event);
    if (!isStopped) this.dispatchEvent(new Event(name));
    return !isStopped;
  }
  /** As Chromium does: a film that fails is paused, and says so afterwards. */
  fail() {
    this.error = { code: 2 };
    this.paused = true;
    this.tell("error");
    if (this.error) this.tell("pause");
  }
  /** It plays at `time`; these parts of it are here. */
  isAt(time: number, ...ranges: [number, number][]) {
    Object.assign(this, { currentTime: time, ranges, paused: false, readyState: 4 });
    this.tell("play");
  }
}

let film: PlayedFilm;
let freeze: ReturnType<typeof vi.fn<() => void>>;
let onLost: ReturnType<typeof vi.fn<() => void>>;
let source: ReturnType<typeof createPlayingSource>;
const start = () => ({ time: 0, isPlaying: false });

beforeEach(() => {
  vi.useFakeTimers();
  film = new PlayedFilm();
  freeze = vi.fn<() => void>();
  onLost = vi.fn<() => void>();
  source = createPlayingSource(film as unknown as HTMLMediaElement, { freeze, onLost });
  source.offer("first", start);
});
afterEach(() => {
  source.letGo();
  vi.useRealTimers();
});

test("A film that plays is left alone, however many newer URLs come", () => {
  film.isAt(5, [0, 8]);
  for (const url of ["second", "third", "fourth"]) source.offer(url, start);
  film.tell("timeupdate");
  expect(film.sources).toEqual(["first"]);
  expect(freeze).not.toHaveBeenCalled();
});

test("One that fails goes on with the newest URL where it was, as fast and as loud", () => {
  film.isAt(5, [0, 5]);
  Object.assign(film, { playbackRate: 1.5, volume: 0.3 });
  source.offer("second", start);
  source.offer("third", start);
  film.fail();
  expect(film.sources).toEqual(["first", "third"]);
  expect(film).toMatchObject({ currentTime: 5, playbackRate: 1.5, volume: 0.3, paused: false });
  expect(freeze).toHaveBeenCalledTimes(1);
  expect(onLost).not.toHaveBeenCalled();
});

test("Without a newer URL the loss is told, and the next one goes on by itself", () => {
  film.isAt(7, [0, 7]);
  film.fail();
  expect(onLost).toHaveBeenCalledTimes(1);
  source.offer("second", start);
  expect(film.sources).toEqual(["first", "second"]);
  expect(film).toMatchObject({ currentTime: 7, paused: false });
});

test("A newer URL that was over as well does not end the playing", () => {
  film.isAt(7, [0, 7]);
  source.offer("second", start);
  film.fail();
  film.fail();
  expect(onLost).toHaveBeenCalledTimes(1);
  source.offer("third", start);
  expect(film.sources).toEqual(["first", "second", "third"]);
  expect(film).toMatchObject({ currentTime: 7, paused: false });
});

test("A person who pauses while the source changes has paused", () => {
  film.isAt(7, [0, 7]);
  source.offer("second", start);
  film.fail();
  film.paused = true;
  film.tell("pause");
  film.fail();
  source.offer("third", start);
  expect(film.paused).toBe(true);
});

test("A paused film stays as it is until it plays again, and then asks with the newest URL", async () => {
  film.isAt(5, [0, 8]);
  film.paused = true;
  film.tell("pause");
  source.offer("second", start);
  expect(film.sources).toEqual(["first"]);
  await film.play();
  expect(film.sources).toEqual(["first", "second"]);
  expect(film).toMatchObject({ currentTime: 5, paused: false });
});

test("A film that is here to its end needs no other URL, to play or to seek", async () => {
  film.isAt(5, [4, 29.9]);
  source.offer("second", start);
  await film.play();
  film.currentTime = 20;
  film.tell("seeking");
  expect(film.sources).toEqual(["first"]);
});

test("Seeking to what is not here takes the newest URL, to what is here it does not", () => {
  film.isAt(5, [0, 12]);
  source.offer("second", start);
  film.currentTime = 9;
  film.tell("seeking");
  expect(film.sources).toEqual(["first"]);
  film.currentTime = 25;
  film.tell("seeking");
  expect(film.sources).toEqual(["first", "second"]);
  expect(film.currentTime).toBe(25);
});

test("A film that waits for bytes gets a moment, since they may be on their way", () => {
  film.isAt(5, [0, 5]);
  source.offer("second", start);
  film.readyState = 2;
  film.tell("waiting");
  vi.advanceTimersByTime(1_000);
  film.tell("playing");
  vi.advanceTimersByTime(5_000);
  expect(film.sources).toEqual(["first"]);
  film.tell("waiting");
  for (let moment = 0; moment < 10; moment += 1) {
    vi.advanceTimersByTime(400);
    film.tell("progress");
  }
  expect(film.sources).toEqual(["first"]);
  vi.advanceTimersByTime(1_600);
  expect(film.sources).toEqual(["first", "second"]);
});

test("The controls hear nothing of the change, and everything afterwards", () => {
  film.isAt(5, [0, 5]);
  source.offer("second", start);
  expect(film.tell("emptied")).toBe(true);
  film.fail();
  expect(film.tell("emptied")).toBe(false);
  expect(film.tell("durationchange")).toBe(false);
  expect(film.tell("pause")).toBe(true);
  film.tell("loadedmetadata");
  expect(film.tell("durationchange")).toBe(true);
});

test("A browser that refuses to go on by itself leaves a film that the controls know is paused", async () => {
  const paused = vi.fn();
  film.addEventListener("pause", paused);
  film.isAt(5, [0, 5]);
  film.isAllowed = false;
  source.offer("second", start);
  film.fail();
  await vi.advanceTimersByTimeAsync(0);
  expect(paused).toHaveBeenCalledTimes(1);
});

test("A film that was let go of is not touched any more", () => {
  film.isAt(5, [0, 5]);
  source.offer("second", start);
  source.letGo();
  film.fail();
  expect(film.sources).toEqual(["first"]);
});
