import { expect, test } from "vitest";
import { addScene, longestFor, moveScene, readScenesPart, type SceneDraft } from "./scenes-draft";

const scene = (id: string, seconds: number): SceneDraft => ({ id, prompt: id, seconds });
const THREE = [scene("a", 4), scene("b", 10), scene("c", 12)];
const idsOf = (scenes: readonly SceneDraft[]) => scenes.map(({ id }) => id).join("");

test("A scene moves to another place, and no further than to the ends", () => {
  expect(idsOf(moveScene(THREE, "a", 1))).toBe("bac");
  expect(idsOf(moveScene(THREE, "c", 0))).toBe("cab");
  expect(idsOf(moveScene(THREE, "b", 9))).toBe("acb");
  expect(idsOf(moveScene(THREE, "a", -1))).toBe("abc");
});

test("A scene may take what the others leave", () => {
  expect(longestFor(THREE, "a", 30)).toBe(8);
});

test("A new scene takes what is left, and there is none when that is too little", () => {
  expect(addScene(THREE, "d", 30).at(-1)).toEqual({ id: "d", prompt: "", seconds: 4 });
  expect(idsOf(addScene(THREE, "d", 27))).toBe("abc");
});

test("A kept draft is read in parts, and what is none is not", () => {
  expect(readScenesPart({ title: "A tale" })).toEqual({ title: "A tale" });
  expect(readScenesPart({ scenes: [{ id: "a", prompt: "", seconds: -1 }] })).toBeNull();
});
