import { expect, test } from "vitest";
import { createTimeMemory } from "./remembered-time";

function createStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

test("A film goes on where its person left it, and begins anew for anybody else", () => {
  const storage = createStorage();
  createTimeMemory(storage, "ann").write("film", { time: 7.5, duration: 15 });
  expect(createTimeMemory(storage, "ann").read("film")).toBe(7.5);
  expect(createTimeMemory(storage, "ann").read("another film")).toBe(0);
  expect(createTimeMemory(storage, "bob").read("film")).toBe(0);
});

test("A film watched to its end begins at the beginning", () => {
  const memory = createTimeMemory(createStorage(), "ann");
  memory.write("film", { time: 7.5, duration: 15 });
  memory.write("film", { time: 14.2, duration: 15 });
  expect(memory.read("film")).toBe(0);
});

test("The fifty films watched last are remembered", () => {
  const memory = createTimeMemory(createStorage(), "ann");
  for (let film = 0; film <= 50; film += 1) memory.write(`film ${film}`, { time: 5, duration: 15 });
  expect([memory.read("film 0"), memory.read("film 1"), memory.read("film 50")]).toEqual([0, 5, 5]);
});

test("What somebody else wrote under the key is no time", () => {
  for (const stored of ["null", "{", '{"film":"soon"}', "[]"]) {
    const memory = createTimeMemory({ getItem: () => stored, setItem: () => undefined }, "ann");
    expect(memory.read("film")).toBe(0);
  }
});
