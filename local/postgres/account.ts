import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PostgresBinaries } from "./binaries";

/**
 * How the database's programs are run: PostgreSQL refuses to be root.
 * - `self`: we are nobody special, so it runs as we do.
 * - `uid`: root starts it under an unprivileged account, which owns its files.
 * - `namespace`: root starts it in a user namespace, where root is called nobody.
 */
export type PostgresAccount =
  | { kind: "self" | "namespace"; binaries: PostgresBinaries; dataDir: string }
  | { kind: "uid"; uid: number; gid: number; binaries: PostgresBinaries; dataDir: string };

const UNSHARE = ["unshare", "-U", "--map-user=65534", "--map-group=65534"] as const;

/**
 * Chooses the account, and with it the programs and the folder it can reach: an app below a 0700
 * folder is closed to other accounts, and user namespaces are closed in some containers. When
 * both are, the programs are copied and the data lives where the account can go.
 * @throws a sentence when root finds no way at all.
 */
export function choosePostgresAccount(
  binaries: PostgresBinaries,
  dataDir: string,
  userId = process.getuid?.(),
): PostgresAccount {
  if (userId !== 0) return { kind: "self", binaries, dataDir };
  const ids = findUnprivilegedIds();
  if (ids && canReach(ids, dataDir) && canRun(ids, binaries)) {
    return { kind: "uid", ...ids, binaries, dataDir };
  }
  if (spawnSync(UNSHARE[0], [...UNSHARE.slice(1), binaries.postgres, "--version"]).status === 0) {
    return { kind: "namespace", binaries, dataDir };
  }
  if (ids) {
    const open = openFolder(ids);
    const reachable = canReach(ids, dataDir)
      ? dataDir
      : path.join(open, createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
    return { kind: "uid", ...ids, binaries: copyBinaries(binaries, open), dataDir: reachable };
  }
  throw new Error(
    "PostgreSQL does not run as root, and this machine has neither an account named postgres or nobody nor user namespaces. Start T2M as another user, or name a database in DATABASE_URL.",
  );
}

/** The command line that runs `program` as the account. */
export function commandAs(account: PostgresAccount, program: string, args: string[]) {
  if (account.kind === "uid") {
    return { command: program, args, options: { uid: account.uid, gid: account.gid } };
  }
  if (account.kind === "namespace") {
    return { command: UNSHARE[0], args: [...UNSHARE.slice(1), program, ...args], options: {} };
  }
  return { command: program, args, options: {} };
}

type Ids = { uid: number; gid: number };

function findUnprivilegedIds(): Ids | null {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => {
      const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
      return answer.status === 0 ? Number(answer.stdout) : Number.NaN;
    });
    if (uid && gid) return { uid, gid };
  }
  return null;
}

function canReach(ids: Ids, dataDir: string): boolean {
  const options = { ...ids, cwd: "/" };
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", path.dirname(dataDir)], options).status === 0;
}

function canRun(ids: Ids, binaries: PostgresBinaries): boolean {
  return [binaries.postgres, binaries.initdb].every(
    (program) => spawnSync(program, ["--version"], { ...ids, cwd: "/" }).status === 0,
  );
}

/** A folder that the account can reach and nobody else can write: `/var/lib/t2m`, else in /tmp. */
function openFolder(ids: Ids): string {
  for (const parent of ["/var/lib", tmpdir()]) {
    const folder = path.join(parent, "t2m-postgres");
    try {
      mkdirSync(folder, { recursive: true });
      chownSync(folder, 0, 0);
      chmodSync(folder, 0o755);
    } catch {
      continue;
    }
    if (canReach(ids, path.join(folder, "data"))) return folder;
  }
  throw new Error("The database's account can reach neither /var/lib nor the temporary folder.");
}

function copyBinaries(binaries: PostgresBinaries, folder: string): PostgresBinaries {
  const { size, mtimeMs } = statSync(binaries.postgres); // another release is another copy
  const name = createHash("sha256").update(`${binaries.root}\0${size}\0${mtimeMs}`).digest("hex");
  const root = path.join(folder, `programs-${name.slice(0, 16)}`);
  if (!existsSync(root)) {
    const draft = `${root}.${process.pid}`;
    cpSync(binaries.root, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, root);
    } catch {
      rmSync(draft, { recursive: true, force: true }); // another start was first
    }
  }
  const moved = (program: string) => path.join(root, path.relative(binaries.root, program));
  return {
    root,
    initdb: moved(binaries.initdb),
    postgres: moved(binaries.postgres),
    pgCtl: moved(binaries.pgCtl),
  };
}
