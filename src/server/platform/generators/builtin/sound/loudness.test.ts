import { describe, expect, it } from "vitest";
import { SAMPLE_RATE } from "../encoding/video-writer";
import { integratedLoudness } from "./loudness";

describe("loudness", () => {
  // EBU Tech 3341, case 1: a stereo sine of 1 kHz at −23 dBFS measures −23 LUFS.
  it("is measured as the EBU's first test case says", () => {
    const tone = Float32Array.from(
      { length: 20 * SAMPLE_RATE },
      (_, at) => 10 ** (-23 / 20) * Math.sin((2 * Math.PI * 1000 * at) / SAMPLE_RATE),
    );
    expect(integratedLoudness({ left: tone, right: tone })).toBeCloseTo(-23, 1);
  });

  it("of silence is no number", () => {
    const plane = new Float32Array(SAMPLE_RATE);
    expect(integratedLoudness({ left: plane, right: plane })).not.toBeGreaterThan(-70);
  });
});
