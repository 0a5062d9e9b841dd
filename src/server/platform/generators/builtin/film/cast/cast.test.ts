import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { loadPictures } from "../artwork/pictures";
import { poseOf } from "../motion/motion";
import { paintScenery } from "../scenery/scenery";
import { findMotion, type Motion } from "../setting";
import type { CastMember, Scene } from "../storyboard";
import { type Actor, locate } from "./actor";
import { placeCast } from "./cast";
import { castRoles } from "./casting";
import { createDye } from "./dye";
import { breadth, stature } from "./formations";
import { scalesOf } from "./scale";

const MOMENTS = [0, 0.4, 0.9, 1.7, 2.6, 3.9];

const one = (picture: string): CastMember => ({ picture, count: 1 });

async function play(
  motion: Motion,
  cast: readonly CastMember[],
  props: readonly CastMember[] = [],
  extra: Partial<Scene> = {},
) {
  const told = { place: "meadow", time: "day", weather: "clear", motion } as const;
  const scene = castRoles({
    told: { ...told, wording: [], cast: [...cast], props: [...props] },
    start: 0,
    duration: 4,
    place: "meadow",
    time: "day",
    weather: "clear",
    mood: "joyful",
    cast,
    props,
    motion,
    shot: "medium",
    heading: 1,
    title: [],
    transition: "fade",
    seed: 7,
    ...extra,
  });
  const images = await loadPictures([...scene.cast, ...scene.props].map(({ picture }) => picture));
  const travel = scene.place === "room" ? 0 : 40 * scene.heading;
  const set = paintScenery(scene, { width: 426, height: 240, style: "cinematic" }, travel);
  const actors = placeCast(scene, set, images);
  const find = (picture: string): Actor => {
    const actor = actors.find((candidate) => candidate.picture === picture);
    if (!actor) throw new Error(`${picture} is not on the set`);
    return actor;
  };
  return { actors, find, set, scene };
}

describe("a cast", () => {
  it.each(["fox", "giraffe", "mouse", "horse"])("fills its shot with a %s alone", async (name) => {
    const shares = [];
    for (const shot of ["wide", "medium", "close"] as const) {
      const { find, set } = await play("walk", [one(name)], [], { shot });
      shares.push(stature(find(name)) / set.height);
    }
    const [wide = 0, medium = 0, close = 0] = shares;
    expect(wide).toBeGreaterThan(0.22);
    expect(medium).toBeGreaterThan(0.34);
    expect(medium).toBeLessThan(0.56);
    expect(wide).toBeLessThan(medium);
    expect(close).toBeGreaterThan(medium);
  });

  it("shows all dolphins that leap at once, and never none", async () => {
    const { actors } = await play("jump", [{ picture: "dolphin", count: 2 }], [], { place: "sea" });
    const moments = Array.from({ length: 60 }, (_, index) => index / 15);
    const lifts = moments.map((seconds) => actors.map((actor) => -actor.pose(seconds).y));
    expect(lifts.some((all) => all.every((lift) => lift > 0.2))).toBe(true);
    for (const all of lifts) expect(Math.max(...all)).toBeGreaterThan(-0.4);
  });

  it("ties a kite to the hand of who flies it", async () => {
    const { find } = await play("fly", [one("girl")], [one("kite")]);
    const [girl, kite] = [find("girl"), find("kite")];
    for (const seconds of MOMENTS) {
      const hand = kite.tether?.(seconds);
      const at = locate(girl, seconds);
      expect(Math.abs((hand?.x ?? 0) - at.x)).toBeLessThan(breadth(girl) / 2);
      expect(hand?.y).toBeLessThan(at.y);
    }
  });

  it.each([1, -1] as const)("keeps the chaser behind the chased, heading %i", async (heading) => {
    const { find } = await play("chase", [one("cat")], [one("mouse")], { heading });
    for (const seconds of MOMENTS) {
      const gap = locate(find("mouse"), seconds).x - locate(find("cat"), seconds).x;
      expect(gap * heading).toBeGreaterThan(0);
    }
    expect(find("cat").mirrored).toBe(find("mouse").mirrored);
  });

  it("shows a mouse much smaller than an elephant, and does not lose it", async () => {
    const { find } = await play("bob", [one("mouse"), one("elephant")]);
    const share = stature(find("mouse")) / stature(find("elephant"));
    expect(share).toBeLessThan(0.55);
    expect(share).toBeGreaterThan(0.15);
  });

  it("takes a giant for larger and a tiny one for smaller than others of their kind", () => {
    const [plain = 0, huge = 0, tiny = 0] = scalesOf([
      { picture: "cat" },
      { picture: "cat", size: "huge" },
      { picture: "cat", size: "tiny" },
    ]);
    expect(huge).toBeGreaterThan(plain * 1.3);
    expect(tiny).toBeLessThan(plain * 0.7);
  });

  it.each(["horse", "elephant", "automobile"])(
    "seats a rider on the back of the %s",
    async (mount) => {
      const { find, set } = await play("ride", [one("girl")], [one(mount)]);
      for (const seconds of MOMENTS) {
        const rider = locate(find("girl"), seconds);
        const carrier = locate(find(mount), seconds);
        expect(Math.abs(rider.x - carrier.x)).toBeLessThan(breadth(find(mount)) * 0.5);
        expect(rider.y).toBeLessThan(carrier.y - stature(find(mount)) * 0.15);
        expect(rider.y - stature(find("girl")) * rider.scale).toBeGreaterThan(-set.height * 0.06);
      }
    },
  );

  it("turns two who fight to each other", async () => {
    const { find } = await play("fight", [one("boy"), one("girl")]);
    const [boy, girl] = [find("boy"), find("girl")];
    expect(boy.mirrored).toBe(boy.x < girl.x);
    expect(girl.mirrored).toBe(girl.x < boy.x);
  });

  it("hands what is fed from the giver to the taker's mouth, and it is gone then", async () => {
    const { find } = await play("feed", [one("girl")], [one("rabbit"), one("carrot")]);
    const reach = (seconds: number) =>
      Math.abs(locate(find("carrot"), seconds).x - find("rabbit").x);
    expect(reach(1.7)).toBeLessThan(reach(0.3));
    expect(locate(find("carrot"), 2.48).scale).toBeLessThan(locate(find("carrot"), 1).scale / 3);
  });

  it("makes what is eaten less", async () => {
    const { find } = await play("eat", [one("dog")], [one("bone")]);
    expect(locate(find("bone"), 3.9).scale).toBeLessThan(locate(find("bone"), 0).scale * 0.85);
  });

  it.each([
    ["walk", "elephant", 9, "savanna"],
    ["fly", "dove", 7, "sky"],
    ["swim", "fish", 9, "underwater"],
    ["dance", "penguin", 5, "snowfield"],
    ["bob", "car", 4, "street"],
  ] as const)(
    "shows %s of %s one by one: %i can be counted",
    async (motion, picture, count, place) => {
      const name = picture === "car" ? "automobile" : picture;
      const { actors, set } = await play(motion, [{ picture: name, count }], [], {
        place,
        shot: "wide",
      });
      const crowd = actors.filter((actor) => actor.picture === name);
      expect(crowd).toHaveLength(count);
      for (const [index, actor] of crowd.entries()) {
        expect(actor.x).toBeGreaterThan(0);
        expect(actor.x).toBeLessThan(set.width);
        for (const other of crowd.slice(index + 1)) {
          const apart = Math.hypot(
            (actor.x - other.x) / breadth(actor),
            (actor.y - other.y) / stature(actor),
          );
          expect(apart).toBeGreaterThan(0.3);
        }
      }
    },
  );

  it.each([
    ["run", "woman", [], "woman-running"],
    ["swim", "man", [], "man-swimming"],
    ["ride", "woman", ["bicycle"], "woman-biking"],
    ["ride", "man", ["horse"], "horse-racing"],
    ["cook", "man", ["pizza"], "man-cook"],
    ["run", "astronaut", [], "astronaut"],
    ["run", "girl", [], "girl"],
  ] as const)(
    "pictures who does it: to %s, a %s with %j is a %s",
    (motion, picture, things, expected) => {
      const scene = { motion, cast: [one(picture)], props: things.map(one) } as unknown as Scene;
      expect(castRoles(scene).cast[0]?.picture).toBe(expected);
    },
  );

  it("turns round at the end of a room instead of walking through its wall", async () => {
    const { find, set } = await play("walk", [one("dog")], [], { place: "room" });
    const way = Array.from({ length: 80 }, (_, step) => locate(find("dog"), step / 10));
    for (const { x } of way) {
      expect(x).toBeGreaterThan(breadth(find("dog")) * 0.4);
      expect(x).toBeLessThan(set.width - breadth(find("dog")) * 0.4);
    }
    expect(new Set(way.map(({ pose }) => Math.sign(pose.facing)))).toEqual(new Set([1, -1]));
  });

  it("dyes a coat, and never skin or eyes", async () => {
    const images = await loadPictures(["automobile", "woman-running"]);
    const colorsOf = (picture: string) => {
      const image = images.get(picture);
      if (!image) throw new Error(`${picture} was not loaded`);
      const canvas = createCanvas(64, 64);
      canvas.getContext("2d").drawImage(image, 0, 0, 64, 64);
      const read = () => canvas.getContext("2d").getImageData(0, 0, 64, 64).data.slice();
      const before = read();
      createDye(picture, "blue")(canvas);
      return { before, after: read() };
    };
    const bluer = ({ before, after }: ReturnType<typeof colorsOf>, wasRed: boolean) => {
      let changed = 0;
      for (let at = 0; at < before.length; at += 4) {
        const [red = 0, green = 0, , alpha = 0] = before.slice(at, at + 4);
        const isAsked =
          alpha > 250 &&
          (wasRed ? red > 200 && green < 90 : red > 240 && green > 170 && green < 210);
        if (isAsked && (after[at + 2] ?? 0) > (after[at] ?? 0) + 40) changed++;
      }
      return changed;
    };
    expect(bluer(colorsOf("automobile"), true)).toBeGreaterThan(100);
    expect(bluer(colorsOf("woman-running"), false)).toBe(0);
  });
});

describe("a motion", () => {
  const verbs =
    "run walk crawl climb dance jump fly swim dive surf row float sail drive race chase ride ski skate orbit spin grow bloom fall roll rest sleep look work build dig cook eat feed read write paint play sing juggle lift fishing throw kick fight hug kiss hold greet cry laugh celebrate shake shine burn melt explode break hatch launch".split(
      " ",
    );

  it.each(verbs)("of those who %s never stands still, never jumps and stays in reach", (verb) => {
    const motion = findMotion([verb]);
    if (!motion) throw new Error(`${verb} moves nobody`);
    const at = (seconds: number) => poseOf(motion, { seconds, phase: 0.2, seed: 5, duration: 4 });
    const shapes = new Set<string>();
    for (let frame = 0; frame < 120; frame++) {
      const [pose, next] = [at(frame / 30), at((frame + 1) / 30)];
      for (const value of Object.values(pose)) expect(Number.isNaN(Number(value))).toBe(false);
      expect(Math.abs(pose.x)).toBeLessThan(1.2);
      expect(pose.scaleX).toBeGreaterThan(0.1);
      expect(pose.scaleY).toBeGreaterThan(0.1);
      // What falls begins anew above the frame.
      if (motion !== "fall") expect(Math.abs(next.y - pose.y)).toBeLessThan(0.2);
      shapes.add(JSON.stringify(pose));
    }
    expect(shapes.size).toBeGreaterThan(60);
  });
});
