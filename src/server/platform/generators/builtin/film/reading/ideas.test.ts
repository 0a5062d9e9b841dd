import { describe, expect, it } from "vitest";
import { leads, readOne } from "../../../../../../../tests/support/read-prompt";

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
