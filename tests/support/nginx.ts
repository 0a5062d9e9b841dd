import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const PATHS = [
  "/usr/sbin/nginx",
  "/usr/bin/nginx",
  "/usr/local/sbin/nginx",
  "/opt/homebrew/bin/nginx",
];
const HOW =
  "No nginx was found and none could be installed. Install one with `apt-get install nginx-light`, or name one in NGINX_PATH.";

/**
 * The machine's nginx, or Debian's, which is installed when there is none and we may.
 * @throws one sentence that says how to get one.
 */
export function requireNginx(): string {
  const found = () => [process.env.NGINX_PATH, ...PATHS].find((it) => it && existsSync(it));
  if (!found() && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { env });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "nginx-light"], {
      env,
    });
  }
  const nginx = found();
  if (!nginx) throw new Error(HOW);
  return nginx;
}

/** The block of docs/deploy.md that holds `text`: what people copy is what is tested. */
export async function readDocumentedBlock(text: string): Promise<string> {
  const guide = await readFile(path.join(import.meta.dirname, "../../docs/deploy.md"), "utf8");
  const blocks = [...guide.matchAll(/```nginx\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  const block = blocks.find((it) => it.includes(text));
  if (!block) throw new Error(`docs/deploy.md has no block with ${text}.`);
  return block;
}

/** nginx with the server block's `locations`, on a port of loopback and a folder of its own. */
export async function startNginx(locations: string, port: number) {
  const nginx = requireNginx();
  const prefix = await mkdtemp(path.join(tmpdir(), "t2m-nginx-"));
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  await mkdir(path.join(prefix, "logs"));
  const config = path.join(prefix, "nginx.conf");
  await writeFile(
    config,
    `${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off; worker_processes 1; pid ${prefix}/pid; error_log ${prefix}/logs/error.log;
    events { worker_connections 256; }
    http {
      ${folders.map((name) => `${name}_temp_path ${prefix}/${name};`).join(" ")}
      access_log off;
      server { listen 127.0.0.1:${port}; ${locations} }
    }`,
  );
  const child = spawn(nginx, ["-p", prefix, "-c", config], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`nginx does not start: ${said}`);
    await wait(50);
  }
  return {
    async stop() {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
      await rm(prefix, { recursive: true, force: true });
    },
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
