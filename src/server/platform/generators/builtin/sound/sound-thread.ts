/** The program of a thread that makes one film's sound while its first scene is painted. */
import { parentPort, workerData } from "node:worker_threads";
import { soundFilm } from "./sound-film";

const sound = await soundFilm(workerData);
const { left, right } = sound.soundtrack;
parentPort?.postMessage(sound, [left.buffer, right.buffer] as ArrayBuffer[]);
