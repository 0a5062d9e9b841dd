import type { StoryboardView } from "~/server/platform/generators/schema";
import type { CastMember, Scene, Storyboard } from "./storyboard";

type SceneView = StoryboardView["scenes"][number];
type MemberView = SceneView["cast"][number];

/** @returns what a storyboard tells as plain data: its shots of one clause are one scene. */
export function viewStoryboard({ scenes }: Storyboard): StoryboardView {
  const views: SceneView[] = [];
  scenes.forEach((scene, index) => {
    const last = views.at(-1);
    if (last && scenes[index - 1]?.told === scene.told) last.duration += scene.duration;
    else views.push(viewScene(scene));
  });
  return { scenes: views };
}

function viewScene({ start, duration, mood, told }: Scene): SceneView {
  const { place, time, weather, season, motion, verb, quote } = told;
  return {
    start,
    duration,
    place,
    time,
    weather,
    ...(season ? { season } : {}),
    mood,
    cast: told.cast.map(viewMember),
    props: told.props.map(viewMember),
    ...(verb ? { verb } : {}),
    motion,
    ...(quote ? { quote } : {}),
  };
}

function viewMember({ picture, word, count, color, size, isObject }: CastMember): MemberView {
  return {
    word: word ?? nameOf(picture),
    count,
    ...(color ? { color } : {}),
    ...(size ? { size } : {}),
    ...(isObject ? { isObject } : {}),
  };
}

/** A picture that no word asked for, by the name of the set: "person-mage" is a mage. */
const nameOf = (picture: string) =>
  picture.replace(/^(?:person|woman|man)-(?=.)|-face$/g, "").replaceAll("-", " ");
