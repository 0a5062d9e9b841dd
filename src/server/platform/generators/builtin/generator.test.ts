import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RenderProgress, RenderRequest } from "../generator";
import type { Recipe } from "../schema";
import { createBuiltinGenerator } from "./generator";
import { RenderError } from "./render-error";

const hasFfmpeg = spawnSync("ffmpeg", ["-version"]).status === 0;
const RENDER_TIMEOUT_MS = 90_000;
const RECIPE: Recipe = {
  model: "builtin",
  prompt: "a fox runs through a snowy forest at night",
  duration: 3,
  quality: "480p",
  aspectRatio: "16:9",
  style: "cinematic",
  seed: 11,
};

let root: string;
let children: ChildProcess[];
const noteChild = (message: unknown) => {
  children.push((message as { process: ChildProcess }).process);
};
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "t2m-generator-"));
  children = [];
  subscribe("child_process", noteChild);
});
afterEach(async () => {
  unsubscribe("child_process", noteChild);
  await rm(root, { recursive: true, force: true });
});

async function generate(options: Partial<RenderRequest> & { ffmpegPath?: string } = {}) {
  const directory = await mkdtemp(join(root, "render-"));
  const { ffmpegPath, ...request } = options;
  return createBuiltinGenerator({ ffmpegPath }).generate({
    recipe: RECIPE,
    directory,
    signal: new AbortController().signal,
    onProgress: () => {},
    ...request,
  });
}

/** Calls back once, when the first picture has been drawn. */
function onFirstPicture(act: () => void) {
  let done = false;
  return ({ frame }: RenderProgress) => {
    if (!frame || done) return;
    done = true;
    act();
  };
}

function isAlive(pid: number | undefined) {
  if (pid === undefined) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function hashesOf(result: Awaited<ReturnType<typeof generate>>) {
  const { video, poster, preview, sprite, captions } = result;
  const files = [video, poster, preview, sprite, captions];
  return Promise.all(
    files.map(async (file) =>
      createHash("sha256")
        .update(await readFile(file?.path ?? ""))
        .digest("hex"),
    ),
  );
}

describe("the built-in generator", { timeout: RENDER_TIMEOUT_MS }, () => {
  it("gives the same files for the same recipe, in two processes at once", async () => {
    const recipe: Recipe = { ...RECIPE, narration: { voice: "clara" }, captions: "burnt" };
    const results = await Promise.all([generate({ recipe }), generate({ recipe })]);
    const [first, second] = await Promise.all(results.map(hashesOf));
    expect(first).toEqual(second);
    expect(results[0]).toMatchObject({ durationSeconds: 3, width: 854, height: 480 });
    expect(results[0]?.narration).toBe("spoken");
  });

  it("gives the same film for the same scenes, and another one in another order", async () => {
    const scenes = [
      { prompt: "a lighthouse in a storm", seconds: 2 },
      { prompt: "two penguins walk through the snow", seconds: 2 },
    ];
    const orders = [scenes, scenes, scenes.toReversed()];
    const films = await Promise.all(
      orders.map((told) => generate({ recipe: { ...RECIPE, duration: 4, scenes: told } })),
    );
    const [first, again, turned] = await Promise.all(films.map(hashesOf));
    expect(first).toEqual(again);
    expect(first?.[0]).not.toBe(turned?.[0]);
    expect(films[0]?.durationSeconds).toBe(4);
  });

  it.runIf(hasFfmpeg)("gives the same files every time with an ffmpeg program, too", async () => {
    const results = await Promise.all([1, 2].map(() => generate({ ffmpegPath: "ffmpeg" })));
    const [first, second] = await Promise.all(results.map(hashesOf));
    expect(first).toEqual(second);
  });

  it("gives another film for another prompt", async () => {
    const other = { ...RECIPE, prompt: "a red sailing boat on a sunny sea" };
    const [first] = await hashesOf(await generate());
    const [second] = await hashesOf(await generate({ recipe: other }));
    expect(first).not.toBe(second);
  });

  it("reports progress that never falls and ends at 1", async () => {
    const fractions: number[] = [];
    await generate({ onProgress: ({ fraction }) => fractions.push(fraction) });
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  it("stops at once when it is aborted and leaves no process behind", async () => {
    const abort = new AbortController();
    const reason = new Error("Canceled.");
    const onProgress = onFirstPicture(() => abort.abort(reason));
    await expect(generate({ signal: abort.signal, onProgress })).rejects.toBe(reason);
    expect(children.map(({ pid }) => isAlive(pid))).toEqual([false]);
  });

  it("starts nothing when it was aborted before", async () => {
    const signal = AbortSignal.abort(new Error("Canceled."));
    await expect(generate({ signal })).rejects.toBe(signal.reason);
    expect(children).toEqual([]);
  });

  it("fails when its process is killed", async () => {
    const onProgress = onFirstPicture(() => children[0]?.kill("SIGKILL"));
    const failure = await generate({ onProgress }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RenderError);
    expect(failure).toMatchObject({ signal: "SIGKILL" });
  });

  it("fails with the process's last words when it crashes", async () => {
    const failure = await generate({ directory: join(root, "nowhere") }).catch((error) => error);
    expect(failure).toBeInstanceOf(RenderError);
    expect(failure.output).toContain("Could not open the file");
    expect(failure.message).not.toContain(root);
  });

  it("rejects with what the listener threw", async () => {
    const mistake = new Error("The listener failed.");
    const onProgress = onFirstPicture(() => {
      throw mistake;
    });
    await expect(generate({ onProgress })).rejects.toBe(mistake);
    await vi.waitUntil(() => !isAlive(children[0]?.pid));
  });

  it("ends when the process that wanted the film is killed", async () => {
    const worker = await startWorker();
    const [{ renderPid }] = await once(worker, "message");
    expect(isAlive(renderPid)).toBe(true);
    worker.kill("SIGKILL");
    await vi.waitUntil(() => !isAlive(renderPid), { timeout: 10_000 });
    const written = await readdir(root, { recursive: true });
    expect(written.filter((name) => name.endsWith("poster.webp"))).toEqual([]);
  });
});

/** A process that has a long film made and tells the render's pid once pictures are drawn. */
async function startWorker() {
  const program = join(root, "worker.mts");
  const generator = pathToFileURL(join(import.meta.dirname, "generator.ts")).href;
  const recipe = JSON.stringify({ ...RECIPE, duration: 30 });
  await writeFile(
    program,
    `import { subscribe } from "node:diagnostics_channel";
    import { createBuiltinGenerator } from "${generator}";
    let renderPid;
    subscribe("child_process", ({ process }) => setImmediate(() => { renderPid = process.pid; }));
    await createBuiltinGenerator().generate({
      recipe: ${recipe},
      directory: ${JSON.stringify(root)},
      signal: new AbortController().signal,
      onProgress: ({ frame }) => frame && process.send({ renderPid }),
    });`,
  );
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return fork(program, { execArgv: ["--import", loader], stdio: "inherit" });
}
