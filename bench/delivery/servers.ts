import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readKeyRing } from "~/server/delivery/key-ring";
import { mintMediaUrl, type SignableFile } from "~/server/delivery/signed-url";

export type StoredClip = SignableFile & { storageKey: string };
export type Place = { folder: string; databaseUrl: string; storageUrl: string; clip: StoredClip };

export type Peer = { name: string; pid: number; url: string; stop(): Promise<void> };

const root = path.join(import.meta.dirname, "../..");
const FIRST_PORT = 4790;

/** Starts one after the other: servers that boot at once slow each other down for good. */
export async function startPeers(place: Place): Promise<Peer[]> {
  if (!existsSync(path.join(root, ".next/BUILD_ID"))) {
    throw new Error("There is no build to measure. Make one with: npm run build");
  }
  const peers = [];
  for (const start of [startNginx, startBare, startFront, startRouteHandler]) {
    peers.push(await start(place, FIRST_PORT + peers.length));
  }
  return peers;
}

/** Signed as `ngx_http_secure_link_module` does it, sent by sendfile, one worker. */
async function startNginx({ folder, storageUrl, clip }: Place, port: number): Promise<Peer> {
  const prefix = path.join(folder, "nginx");
  await mkdir(prefix, { recursive: true });
  const secret = randomBytes(16).toString("hex");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  await writeFile(
    path.join(prefix, "nginx.conf"),
    `user root; daemon off; worker_processes 1; pid ${prefix}/pid; error_log ${prefix}/error.log;
    events { worker_connections 2048; }
    http {
      ${temporary.map((name) => `${name}_temp_path ${prefix}/${name};`).join(" ")}
      access_log off; sendfile on; tcp_nodelay on; keepalive_requests 10000000;
      default_type video/mp4;
      server {
        listen ${port}; root ${fileURLToPath(storageUrl)};
        secure_link $arg_md5,$arg_expires;
        secure_link_md5 "$secure_link_expires$uri ${secret}";
        if ($secure_link = "") { return 403; }
        if ($secure_link = "0") { return 410; }
      }
    }`,
  );
  const expires = Math.floor(Date.now() / 1000) + 3600;
  const uri = `/${clip.storageKey}`;
  const md5 = createHash("md5").update(`${expires}${uri} ${secret}`).digest("base64url");
  const url = `http://127.0.0.1:${port}${uri}?md5=${md5}&expires=${expires}`;
  const child = run("nginx", ["-p", prefix, "-c", `${prefix}/nginx.conf`]);
  return ready({ name: "nginx sendfile", url, child });
}

async function startBare({ storageUrl, clip }: Place, port: number): Promise<Peer> {
  const file = path.join(fileURLToPath(storageUrl), clip.storageKey);
  const child = runNode(["--import", "tsx", "bench/delivery/bare.ts", String(port), file]);
  return ready({ name: "bare node:http", url: `http://127.0.0.1:${port}/`, child });
}

async function startFront(place: Place, port: number): Promise<Peer> {
  const { env, url } = production(place, port);
  const child = runNode(["--import", "tsx", "src/front/main.ts"], env);
  return ready({ name: "T2M's front door", url, child });
}

async function startRouteHandler(place: Place, port: number): Promise<Peer> {
  const { env, url } = production(place, port);
  const child = runNode(["node_modules/next/dist/bin/next", "start", "-p", String(port)], env);
  return ready({ name: "T2M's route handler", url, child });
}

/** As complete as a real one; nobody is asked but the database and the disk. */
function production({ databaseUrl, storageUrl, clip }: Place, port: number) {
  const FILE_SIGNING_SECRET = randomBytes(32).toString("base64");
  const appOrigin = `http://127.0.0.1:${port}`;
  const deps = {
    appOrigin,
    signingKeys: readKeyRing({ FILE_SIGNING_SECRET }),
    now: () => new Date(),
  };
  const env = {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: "error",
    PORT: String(port),
    APP_ORIGIN: appOrigin,
    DATABASE_URL: databaseUrl,
    STORAGE_URL: storageUrl,
    CLERK_PUBLISHABLE_KEY: `pk_live_${Buffer.from("clerk.t2m.test$").toString("base64")}`,
    CLERK_SECRET_KEY: `sk_live_${"x".repeat(40)}`,
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1",
    UPSTASH_REDIS_REST_TOKEN: "x",
    FILE_SIGNING_SECRET,
  };
  return { env, url: mintMediaUrl(deps, clip).url };
}

function runNode(args: string[], env: Record<string, string> = {}): ChildProcess {
  return run(process.execPath, args, env);
}

/** On one core of its own; the load comes from another. */
function run(command: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn("taskset", ["-c", "0", command, ...args], {
    cwd: root,
    env: { ...process.env, ...env } as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

type Started = { name: string; url: string; child: ChildProcess };

async function ready({ name, url, child }: Started): Promise<Peer> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const status = await fetch(url, { method: "HEAD" }).then(
      (response) => response.status,
      () => null,
    );
    if (status === 200) break;
    if (status !== null || child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGTERM");
      throw new Error(`${name} does not serve the file: ${status ?? "no answer"}`);
    }
    await wait(100);
  }
  return {
    name,
    url,
    pid: child.pid ?? 0,
    async stop() {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await exited;
      clearTimeout(timer);
    },
  };
}
