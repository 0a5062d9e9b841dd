import path from "node:path";
import { startPostgres } from "./start";

// A supervised child: `node --import tsx local/postgres/main.ts [-c name=value]…`. It tells its
// parent the connection string, and stops the server when the parent goes or asks.
const settings: Record<string, string> = {};
for (const [index, argument] of process.argv.entries()) {
  if (argument !== "-c") continue;
  const [name = "", ...value] = (process.argv[index + 1] ?? "").split("=");
  settings[name] = value.join("=");
}

const dataDir = path.resolve(process.env["T2M_DATA_DIR"] ?? ".t2m", "postgres");
const postgres = await startPostgres({ dataDir, settings });

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await postgres.stop();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
process.on("disconnect", stop);
if (process.send && !process.connected) await stop();

process.send?.({ type: "ready", url: postgres.url, port: postgres.port });
if (!process.send) console.log(postgres.url);

await postgres.exited;
if (!isStopping) {
  console.error("PostgreSQL ended by itself.");
  process.exit(1);
}
