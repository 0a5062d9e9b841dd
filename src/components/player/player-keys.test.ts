import { expect, test, vi } from "vitest";
import { handlePlayerKey } from "./player-keys";

const acts = () => ({ toggleLoop: vi.fn(), toggleHelp: vi.fn() });
const key = (name: string, held = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

test("A paused film goes on and back by a thirtieth of a second, and stays inside itself", () => {
  const video = { paused: true, currentTime: 1, duration: 10 };
  handlePlayerKey(key("."), video, acts());
  expect(video.currentTime).toBeCloseTo(1 + 1 / 30);
  handlePlayerKey(key(","), video, acts());
  expect(video.currentTime).toBeCloseTo(1);
  video.currentTime = 0.01;
  handlePlayerKey(key(","), video, acts());
  expect(video.currentTime).toBe(0);
  video.currentTime = 9.99;
  handlePlayerKey(key("."), video, acts());
  expect(video.currentTime).toBe(10);
});

test("A film that plays takes no single steps", () => {
  const video = { paused: false, currentTime: 1, duration: 10 };
  expect(handlePlayerKey(key("."), video, acts())).toBe(false);
  expect(video.currentTime).toBe(1);
});

test("L loops, ? lists the keys, and neither does with a browser's own shortcut", () => {
  const video = { paused: true, currentTime: 1, duration: 10 };
  const did = acts();
  handlePlayerKey(key("l"), video, did);
  handlePlayerKey(key("L"), video, did);
  handlePlayerKey(key("?"), video, did);
  expect(handlePlayerKey(key("l", { ctrlKey: true }), video, did)).toBe(false);
  expect(handlePlayerKey(key("x"), video, did)).toBe(false);
  expect(did.toggleLoop).toHaveBeenCalledTimes(2);
  expect(did.toggleHelp).toHaveBeenCalledTimes(1);
});
