import { describe, expect, it } from "vitest";
import { createRandom } from "../drawing/random";
import { readPrompt } from "./prompt";

const read = (prompt: string) => readPrompt(prompt, createRandom(1)).clauses;
function readOne(prompt: string) {
  const [clause] = read(prompt);
  if (!clause) throw new Error("a prompt without a clause");
  return clause;
}
const leads = (prompt: string) => read(prompt).map(({ cast }) => cast[0]?.picture);

describe("a word without a picture of its own", () => {
  it.each([
    ["labrador", "dog"],
    ["wombat", "koala"],
    ["oak", "deciduous-tree"],
    ["sedan", "automobile"],
    ["cottage", "house"],
    ["dentist", "health-worker"],
    ["blacksmith", "factory-worker"],
    ["lasagna", "spaghetti"],
    ["nightingale", "bird"],
  ])("a %s is drawn as a %s", (word, picture) => {
    expect(readOne(`the ${word} in the morning`).cast[0]?.picture).toBe(picture);
  });

  it.each([
    ["an elefant in the morning", "elephant"],
    ["a pengiun on the ice", "penguin"],
    ["two girafes at night", "giraffe"],
  ])("%s is a slip of the pen", (prompt, picture) => {
    expect(readOne(prompt).cast[0]?.picture).toBe(picture);
  });

  it("shows somebody by their name, and a city as scenery", () => {
    const { cast, place } = readOne("Anna plays the violin in Paris");
    expect(cast[0]).toMatchObject({ picture: "woman", word: "Anna" });
    expect(["city", "street"]).toContain(place);
  });

  it("shows who may be met there when only a place is named", () => {
    expect(readOne("a lake at dawn").cast[0]?.picture).toBe("swan");
    expect(readOne("winter").cast[0]?.picture).toBe("penguin");
  });
});

describe("everyday words of other languages", () => {
  it.each([
    ["Los niños juegan en la playa", "girl", "play", "beach"],
    ["Ein Hund jagt eine Katze im Garten", "dog", "chase", "garden"],
    ["Une sorcière mange une pomme dans la forêt", "person-mage", "eat", "forest"],
    ["Обезьяна ест банан в городе", "monkey", "eat", "street"],
    ["Bahçede bir köpek koşuyor", "dog", "run", "garden"],
    ["一只熊猫在森林里吃苹果", "panda", "eat", "forest"],
    ["ペンギンが雪の上で踊る", "penguin", "dance", "snowfield"],
    ["القطة تنام في البيت", "cat", "sleep", "room"],
  ])("%s", (prompt, picture, motion, place) => {
    expect(readOne(prompt)).toMatchObject({ motion, place, cast: expect.anything() });
    expect(leads(prompt)[0]).toBe(picture);
  });
});

describe("who does what to whom", () => {
  it.each([
    ["A dog chases a cat", "dog", "chase", "cat"],
    ["The cat is chased by a dog", "dog", "chase", "cat"],
    ["A girl feeds a horse", "girl", "feed", "horse"],
    ["A monkey rides a bicycle", "monkey", "ride", "bicycle"],
    ["A man saws wood", "man", "saw", "wood"],
    ["Santa Claus delivers presents", "santa-claus", "deliver", "wrapped-gift"],
  ])("%s", (prompt, subject, verb, object) => {
    const clause = readOne(prompt);
    expect(clause.cast.map(({ picture }) => picture)).toEqual([subject]);
    expect(clause.verb).toBe(verb);
    expect(clause.props[0]).toMatchObject({ picture: object, isObject: true });
  });

  it("tells several who do it together from what is only near", () => {
    const { cast, props } = readOne("A dentist and a violinist dance with a cat near a tree");
    expect(cast.map(({ word }) => word)).toEqual(["dentist", "violinist"]);
    expect(props.map(({ picture, isObject }) => [picture, isObject])).toEqual([
      ["cat", undefined],
      ["deciduous-tree", undefined],
    ]);
  });

  it("sees buildings from outside", () => {
    expect(readOne("a house").place).toBe("meadow");
    expect(readOne("A knight guards a castle").place).toBe("meadow");
    expect(["city", "street"]).toContain(readOne("the Eiffel Tower").place);
    expect(readOne("A cat sleeps in the house").place).toBe("room");
  });

  it("takes a form that is noun and verb for what it is there", () => {
    expect(readOne("Kids fly kites on the beach").motion).toBe("fly");
    expect(readOne("a fly lands on a rose").cast[0]?.picture).toBe("fly");
    expect(readOne("an old man fishes at the lake").motion).toBe("fish");
    expect(leads("First a seed sprouts, then a tree grows, finally birds nest in it")).toEqual([
      "seedling",
      "deciduous-tree",
      "bird",
    ]);
  });

  it("tells women from men where the pictures do", () => {
    expect(readOne("A female firefighter runs").cast[0]?.picture).toBe("woman-firefighter");
    expect(readOne("Two men dance").cast[0]).toMatchObject({ picture: "man", count: 2 });
    expect(
      readOne("a woman astronaut and a male nurse").cast.map(({ picture }) => picture),
    ).toEqual(["woman-astronaut", "man-health-worker"]);
  });

  it("shows what a compound is, not what it is made of", () => {
    expect(readOne("a robot dog in a coffee shop").cast).toMatchObject([{ picture: "dog" }]);
    expect(readOne("a cup of coffee on the table").cast).toMatchObject([
      { picture: "hot-beverage", count: 1 },
    ]);
  });

  it("knows verbs by what they are like", () => {
    expect(readOne("A fox saunters through the forest").motion).toBe("walk");
    expect(readOne("A bear gobbles honey").motion).toBe("eat");
  });

  it("sees colours, sizes and crowds", () => {
    expect(readOne("A tiny red robot chases twenty butterflies")).toMatchObject({
      cast: [{ picture: "robot", count: 1, color: "red", size: "tiny" }],
      props: [{ picture: "butterfly", count: 12 }],
    });
    expect(readOne("An orange cat eats an orange")).toMatchObject({
      cast: [{ picture: "cat", color: "orange" }],
      props: [{ picture: "tangerine" }],
    });
    expect(readOne("A dozen penguins and a whale").cast.map(({ count }) => count)).toEqual([6, 1]);
  });
});

describe("the order of events", () => {
  it.each([
    ["The wolf howls before the sheep run away", ["wolf", "ewe"]],
    ["The sheep run away after the wolf howls", ["wolf", "ewe"]],
    ["Before the sheep run away, the wolf howls", ["wolf", "ewe"]],
    ["After the wolf howls, the sheep run away", ["wolf", "ewe"]],
    ["The sun rises over the sea, then dolphins jump", ["sun", "dolphin"]],
    ["A cat climbs a tree. Then it falls asleep.", ["cat", "cat"]],
  ])("%s", (prompt, order) => {
    expect(leads(prompt)).toEqual(order);
  });

  it("lets weather, time and place last from when they are said", () => {
    expect(
      read("A man walks his dog. It starts to rain. They run home.").map(({ weather }) => weather),
    ).toEqual(["clear", "rain"]);
    expect(
      read("A rocket lifts off from a field, then it orbits the earth at night").map(
        ({ place }) => place,
      ),
    ).toEqual(["meadow", "meadow"]);
    expect(
      read("Ducks swim while an old man fishes at the lake").map(({ place }) => place),
    ).toEqual(["lake", "lake"]);
    expect(read("A cat sleeps. A dog barks. It is night.").map(({ time }) => time)).toEqual([
      "night",
      "night",
    ]);
  });

  it("keeps one moment together, however many commas it has", () => {
    expect(read("a lighthouse, stormy sea, at night, cinematic")).toHaveLength(1);
    expect(read("A shop sign says “Open” while it snows")).toHaveLength(1);
  });
});

describe("what is said to the camera", () => {
  it.each([
    ["Slow pan over a lake at dawn", { camera: "pan" }],
    ["Zoom in on a tiny house", { camera: "push" }],
    ["A castle, the camera pulls back", { camera: "pull" }],
    ["Aerial view of a forest", { camera: "aerial" }],
    ["Handheld footage of a street", { camera: "handheld" }],
    ["Close-up of a bee on a sunflower", { shot: "close" }],
  ])("%s", (prompt, wish) => {
    expect(readOne(prompt)).toMatchObject(wish);
  });

  it("is no thing to be drawn", () => {
    expect(readOne("Timelapse of a flower, 4k, cinematic").cast).toHaveLength(1);
    expect(readOne("a frying pan on the stove").camera).toBeUndefined();
  });

  it("is asked of its own sentence only", () => {
    const [bee, forest] = read("Close-up of a bee. A drone shot of deer in a forest.");
    expect(bee).toMatchObject({ shot: "close", cast: [{ picture: "honeybee" }] });
    expect(forest).toMatchObject({ camera: "aerial", cast: [{ picture: "deer" }] });
  });
});

describe("what is not there, and what is written", () => {
  it("leaves out what is denied", () => {
    expect(readOne("A lake without rain at dawn")).toMatchObject({
      weather: "clear",
      time: "dawn",
    });
    const street = readOne("A city street, no people or cars, at night");
    expect(street.cast.map(({ picture }) => picture)).toEqual(["bird"]);
    expect(street.time).toBe("night");
  });

  it.each([
    ['A sign says "Open late"', "Open late"],
    ["Un panneau dit « Bonjour »", "Bonjour"],
    ["「こんにちは」と猫が踊る", "こんにちは"],
    ["Ein Hund sagt „Hallo“", "Hallo"],
    ["A cat's dream: ‘fish’ in the sky", "fish"],
  ])("keeps the words in quotation marks of %s", (prompt, quote) => {
    expect(readOne(prompt).quote).toBe(quote);
  });

  it("draws a prompt that is nothing but a quotation", () => {
    expect(readOne("“a cat on the moon”")).toMatchObject({
      place: "moon",
      cast: [{ picture: "cat" }],
    });
  });

  it("reads the mood that is said before the one that things suggest", () => {
    expect(readPrompt("A sad clown at a party", createRandom(1)).mood).toBe("melancholic");
    expect(readPrompt("A happy ghost in a cave", createRandom(1)).mood).toBe("joyful");
    expect(readPrompt("Two ghosts in a cave", createRandom(1)).mood).toBe("mysterious");
  });

  it("reads the season", () => {
    expect(readOne("A group of friends hike in the fall").season).toBe("autumn");
    expect(readOne("a flower in spring").season).toBe("spring");
  });
});

describe("the words that a clause puts on the screen", () => {
  it.each([
    [
      "Two children fly a red kite on a windy hill, then rain begins and they run home to their cottage",
      [
        ["Two children fly a red kite", "on a windy hill"],
        ["they run home", "to their cottage"],
      ],
    ],
    [
      "A knight rides a white horse through an autumn forest towards a burning castle",
      [["A knight rides a white horse", "through an autumn forest", "towards a burning castle"]],
    ],
    [
      "My grandfather and his oldest friend slowly paint a very old wooden boat",
      [["My grandfather", "and his oldest friend", "slowly paint", "a very old wooden boat"]],
    ],
    ["Timelapse of a flower, 4k, cinematic", [["a flower,"]]],
    ["Never give up on your dreams", [["Never give up on your dreams"]]],
    ["Los niños juegan en la playa", [["Los niños juegan", "en la playa"]]],
  ])("of %s are whole phrases of its own", (prompt, wording) => {
    expect(read(prompt).map((clause) => clause.wording)).toEqual(wording);
  });
});

describe("what is no thing by itself", () => {
  it.each([
    ["Time flies", "alarm-clock", "fly", "sky"],
    ["An idea grows into a better tomorrow", "light-bulb", "grow", "garden"],
    ["freedom", "dove", "fly", "sky"],
    ["Silence", "swan", "swim", "lake"],
    ["Lightning strikes a lighthouse in a storm", "lighthouse", "bob", "coast"],
    ["Cowboys in the Wild West", "farmer", "ride", "desert"],
    ["A knight fights a dragon in front of a castle", "person-fencing", "fight", "meadow"],
    ["Grandma knits in winter", "old-woman", "work", "room"],
    ["Happy New Year 2027", "bottle-with-popping-cork", "cheer", "street"],
    ["Believe in yourself", "person-climbing", "climb", "mountains"],
  ])("%s has a picture, a motion and a place", (prompt, picture, motion, place) => {
    expect(readOne(prompt)).toMatchObject({ motion, place });
    expect(leads(prompt)[0]).toBe(picture);
  });

  it("gives a violinist a violin, and sets a castle on fire that burns", () => {
    expect(readOne("a violinist plays")).toMatchObject({
      cast: [{ picture: "man" }],
      props: [{ picture: "violin", isObject: true }],
    });
    expect(readOne("A knight rides towards a burning castle").props).toMatchObject([
      { picture: "castle", isBurning: true },
    ]);
  });

  it("leaves the fall of rain to the weather", () => {
    expect(readOne("Rain falls on a tin roof")).toMatchObject({
      weather: "rain",
      motion: "bob",
      cast: [{ picture: "cat" }],
    });
    expect(leads("Grandpa tells stories while snow falls outside")).toEqual(["old-man"]);
  });

  it("shows animals where a family is theirs", () => {
    expect(readOne("A bear family in the forest").cast).toMatchObject([
      { picture: "bear", count: 3 },
    ]);
    expect(readOne("Una tortuga nada entre los peces").props).toMatchObject([{ picture: "fish" }]);
  });
});
