import type { Voice } from "../../schema";

/** How each voice is called in Flite. Karl and Otto are the same speaker at 16 and at 8 kHz. */
export const FLITE_VOICES: Record<Voice, string> = {
  clara: "slt",
  angus: "awb",
  ralph: "rms",
  karl: "kal16",
  otto: "kal",
};
