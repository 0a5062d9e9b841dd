import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, preview } from "vite";
import { buildClient } from "../../tools/client/build-client";

const root = path.join(import.meta.dirname, "../..");

/**
 * Builds the app beside this file as its own people would, with the package `t2m` installed as it is
 * packed, and serves it on an origin of its own.
 */
export async function serveOtherApp(port: number) {
  // In here the app finds React where the project has it, but no source of the project.
  const folder = path.join(root, `node_modules/.cache/t2m/other-app-${port}`);
  rmSync(folder, { recursive: true, force: true });
  for (const file of ["index.html", "main.tsx"]) {
    cpSync(path.join(import.meta.dirname, file), path.join(folder, file));
  }
  // A package of its own: inside the project's, `t2m` would be the project itself.
  const manifest = { name: "other-app", private: true, type: "module" };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
  await buildClient({ root, out: path.join(folder, "node_modules/t2m"), withTypes: false });
  const app = { root: folder, configFile: false, logLevel: "error" } as const;
  await build(app);
  const server = await preview({ ...app, preview: { port, strictPort: true, host: "localhost" } });
  const assets = path.join(folder, "dist/assets");
  return {
    origin: `http://localhost:${port}`,
    /** All code that the browser gets. */
    bundle: readdirSync(assets)
      .map((name) => readFileSync(path.join(assets, name), "utf8"))
      .join("\n"),
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
