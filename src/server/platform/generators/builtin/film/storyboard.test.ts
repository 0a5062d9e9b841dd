import { describe, expect, it } from "vitest";
import type { Recipe } from "~/server/platform/generators/schema";
import { createStoryboard } from "./storyboard";

function storyboard(prompt: string, extra: Partial<Recipe> = {}) {
  return createStoryboard({
    model: "builtin",
    prompt,
    duration: 10,
    quality: "480p",
    aspectRatio: "16:9",
    style: "cinematic",
    seed: 1,
    ...extra,
  });
}
const firstScene = (prompt: string) => {
  const [scene] = storyboard(prompt).scenes;
  if (!scene) throw new Error("a storyboard without scenes");
  return scene;
};
const castOf = (prompt: string) => firstScene(prompt).cast.map(({ picture }) => picture);

const NOUNS: Record<string, string> = {
  cat: "cat",
  kitten: "cat",
  dog: "dog",
  puppy: "dog",
  fox: "fox",
  wolf: "wolf",
  bear: "bear",
  panda: "panda",
  lion: "lion",
  tiger: "tiger",
  horse: "horse",
  cow: "cow",
  pig: "pig",
  sheep: "ewe",
  goat: "goat",
  rabbit: "rabbit",
  mouse: "mouse",
  squirrel: "chipmunk",
  deer: "deer",
  elephant: "elephant",
  giraffe: "giraffe",
  zebra: "zebra",
  monkey: "monkey",
  camel: "camel",
  penguin: "penguin",
  eagle: "eagle",
  owl: "owl",
  parrot: "parrot",
  duck: "duck",
  swan: "swan",
  whale: "whale",
  dolphin: "dolphin",
  shark: "shark",
  octopus: "octopus",
  turtle: "turtle",
  frog: "frog",
  snake: "snake",
  dragon: "dragon",
  unicorn: "unicorn",
  butterfly: "butterfly",
  bee: "honeybee",
  spider: "spider",
  astronaut: "astronaut",
  chef: "cook",
  farmer: "farmer",
  doctor: "health-worker",
  teacher: "teacher",
  scientist: "scientist",
  wizard: "person-mage",
  mermaid: "woman-merpeople",
  robot: "robot",
  alien: "alien",
  ghost: "ghost",
  king: "prince",
  car: "automobile",
  bus: "bus",
  taxi: "taxi",
  train: "locomotive",
  tractor: "tractor",
  bicycle: "bicycle",
  airplane: "airplane",
  helicopter: "helicopter",
  rocket: "rocket",
  sailboat: "sailboat",
  balloon: "balloon",
  kite: "kite",
  lighthouse: "lighthouse",
  castle: "castle",
  pizza: "pizza",
  hamburger: "hamburger",
  cake: "birthday-cake",
  guitar: "guitar",
  violin: "violin",
  piano: "musical-keyboard",
  sunflower: "sunflower",
  rose: "rose",
  snowman: "snowman",
  rainbow: "rainbow",
  umbrella: "umbrella",
  clock: "alarm-clock",
};

describe("a storyboard", () => {
  it.each(Object.entries(NOUNS))("knows a %s when it sees one", (noun, picture) => {
    expect(castOf(`a ${noun} in the morning`)[0]).toBe(picture);
  });

  it("counts: three cats are three", () => {
    expect(firstScene("Three cats dance on the moon").cast).toMatchObject([
      { picture: "cat", count: 3 },
    ]);
    expect(firstScene("2 dogs run").cast).toMatchObject([{ picture: "dog", count: 2 }]);
    expect(firstScene("birds in the sky").cast[0]?.count).toBeGreaterThan(1);
  });

  it("reads place, time, weather and action", () => {
    expect(firstScene("A red fox runs through a snowy forest at night")).toMatchObject({
      place: "forest",
      time: "night",
      weather: "snow",
      motion: "run",
    });
    expect(firstScene("A paper boat sails across a calm lake at sunset")).toMatchObject({
      place: "lake",
      time: "sunset",
      motion: "sail",
      mood: "calm",
    });
    expect(firstScene("whales swim under the northern lights")).toMatchObject({
      place: "sea",
      time: "night",
      weather: "aurora",
    });
  });

  it("takes a verb for a verb, even one that is also somebody", () => {
    const scene = firstScene("A chef cooks pasta in a busy kitchen");
    expect(scene.cast).toMatchObject([{ picture: "cook", count: 1 }]);
    expect(scene.props).toMatchObject([{ picture: "spaghetti", count: 1 }]);
  });

  it.each(["🐶🍕", "👩🏽‍🚀", "🦊"])("casts the emoji of %s", (prompt) => {
    expect(castOf(prompt)).toEqual(
      { "🐶🍕": ["dog-face", "pizza"], "👩🏽‍🚀": ["woman-astronaut"], "🦊": ["fox"] }[prompt],
    );
  });

  it.each([
    ["Кот сидит на крыше", "cat", "rooftop"],
    ["una tortuga nada en el mar", "turtle", "underwater"],
    ["平和な海に浮かぶ船", "ship", "sea"],
    ["السلام عليكم", "dove", "sky"],
  ])("understands everyday words of %s", (prompt, picture, place) => {
    expect(castOf(prompt)[0]).toBe(picture);
    expect(firstScene(prompt).place).toBe(place);
  });

  it.each(["glorp frobnicate", "?!…", "   ", "qwertz 12345", "𒀀𒁀"])(
    "never leaves a scene empty: %j",
    (prompt) => {
      for (const scene of storyboard(prompt).scenes) expect(scene.cast.length).toBeGreaterThan(0);
    },
  );

  it("comes as near as the prompt asks", () => {
    expect(firstScene("Close-up of a bee on a sunflower").shot).toBe("close");
    expect(firstScene("Wide shot of a bee on a sunflower").shot).toBe("wide");
  });

  it("tells clauses in their order", () => {
    const { scenes } = storyboard(
      "A dragon sleeps in the mountains. Then a rabbit runs in a meadow.",
    );
    expect(scenes.at(0)?.cast[0]?.picture).toBe("dragon");
    expect(scenes.at(-1)?.cast[0]?.picture).toBe("rabbit");
  });

  it.each([5, 10, 15, 30])("fills %i seconds with scenes of at least 2.1 s", (duration) => {
    const { scenes } = storyboard("a cat", { duration });
    expect(scenes.reduce((sum, scene) => sum + scene.duration, 0)).toBeCloseTo(duration);
    for (const scene of scenes) expect(scene.duration).toBeGreaterThanOrEqual(2.1);
    expect(scenes.length).toBeLessThanOrEqual(5);
  });

  it("puts at most six words on a scene, out of 2000 characters", () => {
    for (const scene of storyboard("a calm boat on the sea ".repeat(90).slice(0, 2000)).scenes) {
      expect(scene.title.length).toBeLessThanOrEqual(6);
    }
  });

  it("is the same for the same recipe and another for another seed", () => {
    expect(storyboard("a cat")).toEqual(storyboard("a cat"));
    expect(storyboard("a cat", { seed: 2 })).not.toEqual(storyboard("a cat"));
  });

  it("tells a recipe's own scenes in their order, each as long as asked", () => {
    const told = [
      { prompt: "A dragon sleeps in the mountains", seconds: 4 },
      { prompt: "A rabbit runs in a snowy meadow", seconds: 10 },
    ];
    const { scenes } = storyboard("A tale", { duration: 14, scenes: told });
    const of = (from: number, to: number) =>
      scenes.filter(({ start }) => start >= from && start < to);
    expect(of(0, 4).every(({ cast }) => cast[0]?.picture === "dragon")).toBe(true);
    expect(of(4, 14).every(({ cast }) => cast[0]?.picture === "rabbit")).toBe(true);
    expect(scenes.reduce((sum, { duration }) => sum + duration, 0)).toBeCloseTo(14);
    expect(of(4, 14)[0]?.title.length).toBeGreaterThan(0);
  });

  it("leaves a scene as it was when its neighbour changes", () => {
    const film = (second: string) =>
      storyboard("A tale", {
        duration: 6,
        scenes: [
          { prompt: "Three cats dance on the moon", seconds: 3 },
          { prompt: second, seconds: 3 },
        ],
      }).scenes;
    expect(film("A boat sails")[0]).toEqual(film("A bear walks")[0]);
  });
});
