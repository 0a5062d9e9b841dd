import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Voice } from "../../schema";
import { openVoice } from "./flite";
import { type NarratedPart, narrate } from "./narrate";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "t2m-voice-"));
});
afterAll(() => rm(directory, { recursive: true }));

const FOX = "A red fox runs through the snowy forest at night, then it sleeps under a tree.";
const read = async (
  parts: NarratedPart[],
  { voice = "clara" as Voice, cuts = [0], titles = [] as string[] } = {},
) =>
  narrate(
    await openVoice(voice, directory),
    parts,
    cuts.map((start, index) => ({ start, title: titles[index]?.split(" ") ?? [] })),
  );
const part = (text: string, seconds: number, start = 0): NarratedPart => ({ text, start, seconds });
const textsOf = ({ phrases }: Awaited<ReturnType<typeof read>>) => phrases.map(({ text }) => text);

describe.each(Voice.options)("%s", (voice) => {
  it("reads a prompt within its film at a natural pace", async () => {
    const { outcome, phrases } = await read([part(FOX, 10)], { voice });
    expect(outcome).toBe("spoken");
    const seconds = phrases.reduce((sum, { start, end }) => sum + end - start, 0);
    const wordsAMinute = (60 * FOX.split(" ").length) / seconds;
    expect(wordsAMinute).toBeGreaterThan(130);
    expect(wordsAMinute).toBeLessThan(260);
    expect(phrases[0]?.start).toBeGreaterThan(0.2);
    expect(phrases.at(-1)?.end).toBeLessThan(9.6);
  });
});

describe("narration", () => {
  it("is the same every time, and leaves no file behind", async () => {
    expect(await read([part(FOX, 8)])).toEqual(await read([part(FOX, 8)]));
    expect(await readdir(directory)).toEqual([]);
  });

  it("starts what follows with its scene, and never before the phrase before has ended", async () => {
    const { phrases } = await read([part("A fox runs. A bear sleeps.", 10)], {
      cuts: [0, 3.3, 6.7],
    });
    expect(phrases[1]?.start).toBeCloseTo(7, 1);
  });

  it("comes with the scene whose title has its words", async () => {
    const parts = [part("A fox runs. A bear sleeps.", 10)];
    const cuts = [0, 4, 6, 8];
    const { phrases } = await read(parts, { cuts, titles: ["A fox", "A bear sleeps"] });
    expect(phrases[1]?.start).toBeCloseTo(4.3, 1);
    const late = await read(parts, { cuts, titles: ["A fox", "runs", "", "A bear"] });
    expect(late.phrases[1]?.start).toBeCloseTo(8.3, 0);
  });

  it("reads each scene within its own time", async () => {
    const parts = [
      part("A lighthouse in a storm", 3),
      part("Two penguins walk through the snow", 3, 3),
    ];
    const { phrases } = await read(parts, { cuts: [0, 3] });
    expect(phrases.map(({ start }) => start < 3)).toEqual([true, false]);
    expect(phrases[0]?.end).toBeLessThan(3);
    expect(phrases[1]?.end).toBeLessThan(6);
  });

  it("that is too long ends at the end of a clause", async () => {
    const long = await read([part(FOX, 4.5)]);
    expect(long.outcome).toBe("shortened");
    expect(textsOf(long)).toEqual(["A red fox runs through the snowy forest at night,"]);
    const short = await read([part("A paper boat sails across a calm lake at sunset", 3)]);
    expect(textsOf(short)).toEqual(["A paper boat sails across a calm lake."]);
  });

  it.each([
    "El gato duerme en la casa",
    "Der Hund läuft durch den Wald",
    "un chat qui danse sur la lune",
    "Katze im Schnee",
    "Kedi uyuyor",
    "一只猫在海边",
    "кот бежит по снегу",
  ])("is silent where the voice cannot speak the language: %s", async (text) => {
    expect(await read([part(text, 6)])).toEqual({ outcome: "language", phrases: [] });
  });

  it.each(["A man in a café in São Paulo drinks coffee", "hedgehog", "Sunset over Zürich"])(
    "takes what could be English for English: %s",
    async (text) => {
      expect((await read([part(text, 6)])).outcome).toBe("spoken");
    },
  );

  it("reads the scenes that it can, and says that others stay silent", async () => {
    const { outcome, phrases } = await read([part("A fox runs", 3), part("кот бежит", 3, 3)]);
    expect([outcome, phrases.length]).toEqual(["partly", 1]);
  });

  it("of emoji alone says nothing", async () => {
    expect(await read([part("🐱🐶✨", 6)])).toEqual({ outcome: "wordless", phrases: [] });
  });

  it("leaves orders to the camera out", async () => {
    const text = "Cinematic shot of two astronauts on the moon, 4k, highly detailed, slow motion";
    expect(textsOf(await read([part(text, 6)]))).toEqual(["Two astronauts on the moon,"]);
  });
});

it("Nothing is said that has no sound, whatever the prompt is made of", async () => {
  const text =
    'the fox " é – é and <speak> -t --help ; \\ & `rm` 3.5 ^ 50% x@y.z (and) the 12:30 = ~';
  const { phrases } = await read([part(text, 20)]);
  expect(phrases.length).toBeGreaterThan(0);
  for (const { start, end, samples } of phrases) {
    expect(end).toBeGreaterThan(start);
    expect(samples.every(Number.isFinite)).toBe(true);
  }
});
