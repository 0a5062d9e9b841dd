import { existsSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "prisma/config";

// Prisma downloads a native schema engine on first use. Where that host cannot be reached, this
// shim speaks the same protocol over the WebAssembly build (docs/decisions). Windows cannot
// spawn a script as an executable, so it keeps the download.
const shim = path.join(import.meta.dirname, "local/postgres/schema-engine.mjs");
if (process.platform !== "win32" && existsSync(shim)) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= shim;
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "tsx prisma/seed.ts" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost/t2m" },
});
