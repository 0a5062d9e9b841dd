/** The program of a thread that makes one film's sound while its first scene is painted. */
import { parentPort } from "node:worker_threads";
import { type SoundOrder, soundFilm } from "./sound-film";

parentPort?.once("message", async (order: SoundOrder) => {
  const sound = await soundFilm(order);
  const { left, right } = sound.soundtrack;
  parentPort?.postMessage(sound, [left.buffer, right.buffer] as ArrayBuffer[]);
});
