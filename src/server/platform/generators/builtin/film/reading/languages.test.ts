import { describe, expect, it } from "vitest";
import { leads, read, readOne } from "../../../../../../../tests/support/read-prompt";

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

describe("time, season and weather in other languages", () => {
  it.each([
    ["Un gato duerme bajo las estrellas", { time: "night", motion: "sleep" }],
    ["Кот сидит на крыше под звёздами", { time: "night", place: "rooftop" }],
    ["Gece yıldızların altında bir kedi çatıda oturuyor", { time: "night", place: "rooftop" }],
    ["月夜に猫が屋根の上で踊る", { time: "night", motion: "dance" }],
    ["星空下一只狐狸在森林里奔跑", { time: "night", place: "forest" }],
    ["Kinder bauen einen Schneemann im Winter", { season: "winter", motion: "build" }],
    ["Un treno attraversa le montagne in autunno", { season: "autumn", place: "mountains" }],
    ["Ein Leuchtturm bei Nacht im Sturm", { weather: "storm", time: "night" }],
    ["Una ragazza balla sotto la pioggia di notte", { weather: "rain", place: "street" }],
    ["बारिश में बच्चे खेलते हैं", { weather: "rain", motion: "play" }],
    ["قطة تنام تحت النجوم", { time: "night", motion: "sleep" }],
    ["la ville sous la pluie, vue aérienne", { weather: "rain", camera: "aerial" }],
  ])("%s", (prompt, expected) => {
    expect(read(prompt)).toMatchObject([expected]);
  });
});

describe("a story in another language", () => {
  it.each([
    ["Un caballo corre, luego bebe en el río", ["run", "eat"]],
    ["Le soleil se lève sur la mer, puis un bateau part au loin", ["ascend", "sail"]],
    ["Медведь ловит рыбу в реке, потом он спит зимой", ["fish", "sleep"]],
  ])("%s keeps its order", (prompt, motions) => {
    expect(read(prompt).map(({ motion }) => motion)).toEqual(motions);
  });

  it("counts and colours", () => {
    expect(read("Deux chats noirs dorment sur le toit")).toMatchObject([
      { cast: [{ picture: "cat", count: 2, color: "black" }] },
    ]);
    expect(read("Ein roter Fuchs und ein weißer Hase spielen im Schnee")).toMatchObject([
      { cast: [{ color: "red" }, { picture: "rabbit", color: "white" }], weather: "snow" },
    ]);
  });
});
