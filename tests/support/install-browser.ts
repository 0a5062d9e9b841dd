import { execFileSync, spawnSync } from "node:child_process";
import { findBrowser } from "./find-browser.ts";

/** Makes sure that the end-to-end tests have a Chromium: the system's, else Debian's, else Playwright's. */
const HOW =
  "No Chromium was found and none could be installed. Install one with `apt-get install chromium` or `npx playwright install --with-deps chromium`, or name one in CHROMIUM_PATH.";

function attempt(command: string, args: string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0;
}

if (!findBrowser()) {
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
  if (isRoot && hasApt) {
    console.log("Installing Chromium with apt-get …");
    attempt("apt-get", ["update", "-qq"]);
    attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  }
}
if (!findBrowser()) {
  console.log("Installing Chromium with Playwright …");
  attempt("npx", ["playwright", "install", "chromium"]);
}
const browser = findBrowser();
if (!browser) {
  console.error(HOW);
  process.exit(1);
}
console.log(execFileSync(browser, ["--version"]).toString().trim());
