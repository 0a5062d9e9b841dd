import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { lchown, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { commandAs, type PostgresAccount } from "./account";

export type Cluster = {
  /** PostgreSQL's own data directory. */
  folder: string;
  password: string;
};

/**
 * Opens the database cluster below `account.dataDir`, making it on first use. A crash while it is
 * being made leaves only a draft, which the next call throws away.
 * @throws what initdb said.
 */
export async function openCluster(account: PostgresAccount): Promise<Cluster> {
  const { dataDir } = account;
  const folder = path.join(dataDir, "cluster");
  const passwordFile = path.join(dataDir, "password");
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o700);
  if (!existsSync(folder)) {
    const draft = path.join(dataDir, "cluster.draft");
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(passwordFile)) {
      await writeFile(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
    }
    await giveTo(account);
    initialize(account, draft, passwordFile);
    renameSync(draft, folder);
  } else {
    await giveTo(account);
  }
  return { folder, password: readFileSync(passwordFile, "utf8").trim() };
}

/** The builtin C.UTF-8 locale sorts by code point and still knows the case of every alphabet. */
function initialize(account: PostgresAccount, folder: string, passwordFile: string): void {
  const { command, args, options } = commandAs(account, account.binaries.initdb, [
    `--pgdata=${folder}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ]);
  const result = spawnSync(command, args, { ...options, cwd: account.dataDir, encoding: "utf8" });
  if (result.status !== 0) {
    throw new Error(
      `PostgreSQL could not make its data folder ${folder}: ${(result.error?.message ?? result.stderr).trim()}`,
    );
  }
}

/** As root only: the files belong to whoever runs the database, also after that has changed. */
async function giveTo(account: PostgresAccount): Promise<void> {
  if (account.kind === "self") return;
  const { uid, gid } = account.kind === "uid" ? account : { uid: 0, gid: 0 };
  const { dataDir } = account;
  const cluster = path.join(dataDir, "cluster");
  const owners = [dataDir, cluster].filter((file) => existsSync(file)).map((f) => statSync(f).uid);
  if (owners.every((owner) => owner === uid) && existsSync(cluster)) return;
  await lchown(dataDir, uid, gid);
  for (const name of await readdir(dataDir, { recursive: true })) {
    await lchown(path.join(dataDir, name), uid, gid);
  }
}
