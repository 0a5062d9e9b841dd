import { isSnowy } from "../plants/seasons";
import type { StageSet } from "../stage/stage-set";
import { addFireworks } from "./fireworks";
import { addFog } from "./fog";
import { addFallingLeaves, addGusts } from "./leaves";
import { addLightning } from "./lightning";
import { addMist, addRain } from "./rain";
import { addSnowdrift, addSnowfall } from "./snow";

/** The weather in front of a scene and its light on it; all of it follows from the time alone. */
export function addWeather(set: StageSet): void {
  const { weather, season } = set;
  if (weather === "rain" || weather === "storm") {
    addMist(set);
    addRain(set);
  }
  if (weather === "storm") addLightning(set);
  if (weather === "snow") {
    addSnowfall(set);
    addSnowdrift(set);
  }
  if (weather === "fog") addFog(set);
  if (weather === "wind") addGusts(set);
  if (weather === "fireworks") addFireworks(set);
  const isFair = weather === "clear" || weather === "clouds";
  if (isFair && (season === "autumn" || season === "spring") && !isSnowy(set))
    addFallingLeaves(set);
}
