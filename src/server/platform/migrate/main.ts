import path from "node:path";
import { databaseUrl } from "~/env";
import { createLogger } from "~/server/platform/log";
import { applyMigrations } from "./migrate";

// `npm run migrate`: needs DATABASE_URL and nothing else.
const log = createLogger("info", "migrate");
const folder = path.join(import.meta.dirname, "../../../../prisma/migrations");
const applied = await applyMigrations({ url: databaseUrl(), folder });
log.info({ applied }, applied.length === 0 ? "the database is up to date" : "migrated");
