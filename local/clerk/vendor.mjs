// Fetches Clerk's browser scripts for the stand-in: `npm install @clerk/ui` would bring about a
// thousand packages, its packed tarball is self-contained. Plain JavaScript without dependencies:
// it runs at the end of `npm ci`, on the machine's own Node.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const VENDOR_FOLDER = path.join(import.meta.dirname, "vendor");

/**
 * Unpacks the pinned scripts into the git-ignored `vendor/`. Does nothing when they are there.
 * @throws an Error with one sentence when the registry does not answer or sends other bytes.
 */
export function installClerkScripts() {
  const pins = JSON.parse(readFileSync(path.join(import.meta.dirname, "scripts.json"), "utf8"));
  const wanted = Object.entries(pins).map(([name, pin]) => ({
    ...pin,
    spec: `@clerk/${name}@${pin.version}`,
    tarball: `clerk-${name}-${pin.version}.tgz`,
    folder: `${name}@${pin.version}`,
  }));
  mkdirSync(VENDOR_FOLDER, { recursive: true });
  const missing = wanted.filter(({ folder }) => !existsSync(path.join(VENDOR_FOLDER, folder)));
  if (missing.length > 0) {
    const downloads = mkdtempSync(path.join(tmpdir(), "t2m-clerk-"));
    try {
      download(missing, downloads);
      for (const script of missing) unpack(script, downloads);
    } finally {
      removeFolder(downloads);
    }
  }
  const kept = new Set(wanted.map(({ folder }) => folder));
  for (const name of readdirSync(VENDOR_FOLDER)) {
    if (!kept.has(name) && !isBeingUnpacked(name)) removeFolder(path.join(VENDOR_FOLDER, name));
  }
}

/** Another install may be at work beside this one; what it left behind goes after ten minutes. */
function isBeingUnpacked(name) {
  if (!name.startsWith("part-")) return false;
  const { mtimeMs } = statSync(path.join(VENDOR_FOLDER, name), { throwIfNoEntry: false }) ?? {};
  return mtimeMs !== undefined && Date.now() - mtimeMs < 10 * 60 * 1000;
}

function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true });
}

function download(scripts, folder) {
  const specs = scripts.map(({ spec }) => spec);
  const args = ["pack", ...specs, "--pack-destination", folder, "--ignore-scripts"];
  const first = runNpm(args, folder);
  // Run by another user than the cache's owner, npm may not write its own cache.
  const isCacheShut = !first.ok && /EACCES|EPERM|EROFS/.test(first.said);
  const last = isCacheShut
    ? runNpm([...args, "--cache", path.join(folder, "cache")], folder)
    : first;
  if (last.ok && scripts.every(({ tarball }) => existsSync(path.join(folder, tarball)))) return;
  const code = /^npm (?:error|ERR!) code (\w+)/m.exec(last.said)?.[1] ?? "nothing of use";
  throw new Error(
    `The npm registry did not hand out ${specs.join(" and ")} (npm said ${code}). Check the connection, then run \`npm ci\` again.`,
  );
}

/** The npm that runs this script, or the one in PATH. */
function runNpm(args, folder) {
  const { npm_execpath: cli, npm_node_execpath: node, ...rest } = process.env;
  const isNpm = cli !== undefined && path.basename(cli) === "npm-cli.js";
  const env = Object.entries(rest).filter(
    ([name]) => !/^npm_config_(dry_run|global|json|loglevel|silent)$/i.test(name),
  );
  const [command, ...lead] = isNpm ? [node ?? process.execPath, cli] : ["npm"];
  const { status, stderr, error } = spawnSync(command, [...lead, ...args, "--loglevel", "error"], {
    cwd: folder,
    env: Object.fromEntries(env),
    shell: !isNpm && process.platform === "win32",
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  return { ok: status === 0, said: stderr ?? String(error) };
}

function unpack({ spec, integrity, tarball, folder }, downloads) {
  const bytes = readFileSync(path.join(downloads, tarball));
  const actual = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  if (actual !== integrity) {
    throw new Error(
      `${spec} has the checksum ${actual}, but ${integrity} is pinned. It was not unpacked.`,
    );
  }
  // A folder appears under its name only when it is complete.
  const part = mkdtempSync(path.join(VENDOR_FOLDER, "part-"));
  chmodSync(part, 0o755);
  for (const { name, content } of readTar(gunzipSync(bytes))) {
    const script = /^package\/dist\/([\w-][\w.-]*\.js)$/.exec(name)?.[1];
    if (script) writeFileSync(path.join(part, script), content);
  }
  const home = path.join(VENDOR_FOLDER, folder);
  try {
    renameSync(part, home);
  } catch (error) {
    removeFolder(part);
    if (!existsSync(home)) throw error;
  }
}

/** The regular files of a tar archive (POSIX ustar: 512-byte headers, sizes in octal). */
function* readTar(archive) {
  const text = (start, length) => archive.toString("utf8", start, start + length).split("\0")[0];
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12).trim(), 8);
    const prefix = text(at + 345, 155);
    const type = archive[at + 156];
    const content = archive.subarray(at + 512, at + 512 + size);
    const name = prefix ? `${prefix}/${text(at, 100)}` : text(at, 100);
    if (type === 0x30 || type === 0) yield { name, content };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  installClerkScripts();
}
