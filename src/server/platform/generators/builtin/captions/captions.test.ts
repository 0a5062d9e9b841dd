import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { createBurntCaptions } from "./burnt-captions";
import { createCues } from "./cues";
import { writeWebVtt } from "./webvtt";

const LONG =
  "a very long list of people who are watching while the sun goes down behind the big blue mountains of the far north";

describe("captions", () => {
  it("have at most two lines of 42 letters, follow one another and end with the film", () => {
    const told = [
      { text: LONG, start: 0.5, end: 6 },
      { text: "The end.", start: 6.2, end: 6.9 },
    ];
    const cues = createCues(told, 7);
    expect(cues.flatMap(({ lines }) => lines).join(" ")).toBe(`${LONG} The end.`);
    for (const { lines } of cues) {
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(42);
    }
    const times = cues.flatMap(({ start, end }) => [start, end]);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(7);
  });

  it("break scripts without spaces anywhere", () => {
    const [cue] = createCues(
      [{ text: "夕暮れの静かな海を亀がゆっくり泳いでいる", start: 0, end: 3 }],
      3,
    );
    expect(cue?.lines.join("")).toBe("夕暮れの静かな海を亀がゆっくり泳いでいる");
  });

  it("are WebVTT, with the letters that mean something there written out", () => {
    const cues = [{ start: 0.5, end: 3661.25, lines: ["Salt & <pepper>", "--> here"] }];
    expect(writeWebVtt(cues)).toBe(
      "WEBVTT\n\n1\n00:00:00.500 --> 01:01:01.250\nSalt &amp; &lt;pepper&gt;\n--&gt; here\n",
    );
  });
});

describe("burnt captions", () => {
  const draw = (width: number, height: number, index: number, text = "A fox runs") => {
    const canvas = createCanvas(width, height);
    const cues = [{ start: 1, end: 2, lines: [text] }];
    createBurntCaptions(cues, { width, height, fps: 30 })(canvas.getContext("2d"), index);
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    const rows = [];
    for (let at = 3; at < data.length; at += 4) if (data[at]) rows.push(Math.floor(at / 4 / width));
    return { first: rows[0], last: rows.at(-1), data };
  };

  it.each([
    [640, 360],
    [360, 640],
    [360, 360],
  ])("stand in the lower part of a picture of %i × %i, off its edge", (width, height) => {
    const { first, last } = draw(width, height, 45);
    expect(first).toBeGreaterThan(height * 0.7);
    expect(last).toBeLessThan(height * 0.95);
  });

  it("are there during their cue only", () => {
    expect(draw(320, 180, 29).first).toBeUndefined();
    expect(draw(320, 180, 30).first).toBeDefined();
    expect(draw(320, 180, 60).first).toBeUndefined();
  });

  it("are white on dark", () => {
    const { data } = draw(640, 360, 45);
    const lights = [];
    for (let at = 0; at < data.length; at += 4)
      if ((data[at + 3] ?? 0) > 180) lights.push(data[at] ?? 0);
    expect(Math.max(...lights)).toBe(255);
    expect(Math.min(...lights)).toBeLessThan(16);
  });
});
