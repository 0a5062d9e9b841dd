import { createEnv } from "@t3-oss/env-core";
import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);

function createT2MEnv() {
  return createEnv({
    server: {
      PORT: port.default(3000),
      APP_ORIGIN: z.url().optional(),
      TRUSTED_PROXIES: z.coerce.number().int().min(0).max(8).default(0),
      DATABASE_URL: z.url(),
      STORAGE_URL: z.string().regex(/^file:/, "is a folder as file:/path"),
      CLERK_PUBLISHABLE_KEY: z
        .string()
        .regex(/^pk_(test|live)_/, "starts with pk_test_ or pk_live_"),
      CLERK_SECRET_KEY: z.string().regex(/^sk_(test|live)_/, "starts with sk_test_ or sk_live_"),
      CLERK_JWT_KEY: z.string().optional(),
      CLERK_PROXY_URL: z.string().optional(),
      CLERK_FAPI_URL: z.url().optional(),
      CLERK_API_URL: z.url().default("https://api.clerk.com"),
      UPSTASH_REDIS_REST_URL: z.url(),
      UPSTASH_REDIS_REST_TOKEN: z.string().min(1),
      FILE_SIGNING_SECRET: z.string().optional(),
      FILE_SIGNING_KEYS: z.string().optional(),
      FFMPEG_PATH: z.string().optional(),
      WORKER_SLOTS: z.coerce.number().int().min(1).max(16).default(1),
      LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
      T2M_DEMO: z.literal("1").optional(),
    },
    runtimeEnv: {
      ...process.env,
      CLERK_PUBLISHABLE_KEY:
        process.env["CLERK_PUBLISHABLE_KEY"] || process.env["NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY"],
    },
    emptyStringAsUndefined: true,
    onValidationError(issues) {
      const lines = issues.map((issue) => {
        const [segment] = issue.path ?? [];
        return `  ${String(typeof segment === "object" ? segment.key : segment)}: ${issue.message}`;
      });
      throw new Error(
        `T2M cannot start, its configuration is not complete (.env.example explains each line):\n${lines.join("\n")}`,
      );
    },
  });
}

export type Env = ReturnType<typeof readEnv>;

function readEnv() {
  const values = createT2MEnv();
  return {
    ...values,
    APP_ORIGIN: new URL(values.APP_ORIGIN ?? `http://localhost:${values.PORT}`).origin,
  };
}

let cached: Env | undefined;

/**
 * The configuration, checked on first use: a build needs none of it.
 * @throws a table of what is missing and why.
 */
export function env(): Env {
  cached ??= readEnv();
  return cached;
}

/**
 * For `npm run migrate`, which needs this line of the configuration and no other.
 * @throws when DATABASE_URL is missing or no URL.
 */
export function databaseUrl(): string {
  return createEnv({
    server: { DATABASE_URL: z.url() },
    runtimeEnv: process.env,
    emptyStringAsUndefined: true,
    onValidationError() {
      throw new Error("DATABASE_URL is missing, or is not a Postgres connection string.");
    },
  }).DATABASE_URL;
}

/** What `next start` and `next dev` set for themselves before anything of Next is loaded. */
export function prepareNextEnvironment({ isDev, port }: { isDev: boolean; port: number }): void {
  const variables = process.env as Record<string, string | undefined>;
  variables["NODE_ENV"] ??= isDev ? "development" : "production";
  // Where Next asks itself for something, instead of where a request's Host says (CVE-2026-64649).
  variables["__NEXT_PRIVATE_ORIGIN"] = `http://localhost:${port}`;
}
