import { createEnv } from "@t3-oss/env-core";
import { z } from "zod";

/** One line of the configuration and what is wrong with it; its value is never repeated. */
export type ConfigurationIssue = { name: string; message: string };

const port = z.coerce.number().int().min(1).max(65_535);

const Origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text, {
  error: ({ input }) => `"${input}" is no origin; write it as https://app.example.com`,
});

function readOrigins(list: string): string[] {
  return list
    .split(",")
    .map((origin) => origin.trim())
    .filter((origin) => origin !== "");
}

function createT2MEnv() {
  return createEnv({
    server: {
      PORT: port.default(3000),
      APP_ORIGIN: z.url().optional(),
      API_ORIGINS: z.string().default("").transform(readOrigins).pipe(z.array(Origin)),
      ALLOW_EVAL: z.literal("1").optional(),
      HSTS_MAX_AGE_SECONDS: z.coerce.number().int().min(0).default(0),
      SESSION_LIFETIME_DAYS: z.coerce.number().int().min(1).max(365).default(7),
      TRUSTED_PROXIES: z.coerce.number().int().min(0).max(8).default(0),
      DATABASE_URL: z.url(),
      STORAGE_URL: z
        .string()
        .regex(/^(file:|s3:\/\/)/, "is a folder as file:/path, or a bucket as s3://name"),
      S3_ENDPOINT: z.url().optional(),
      S3_REGION: z.string().default("us-east-1"),
      S3_ACCESS_KEY_ID: z.string().optional(),
      S3_SECRET_ACCESS_KEY: z.string().optional(),
      ACCEL_REDIRECT: z
        .string()
        .regex(
          /^\/[a-z0-9_-]+\/$/,
          "is a location of nginx with both its slashes, as /t2m-storage/",
        )
        .optional(),
      REDIRECT_TO_STORAGE: z.literal("1").optional(),
      UPLOADS_DIR: z.string().startsWith("/", "is a folder by its whole path").optional(),
      CLERK_PUBLISHABLE_KEY: z
        .string()
        .regex(/^pk_(test|live)_/, "starts with pk_test_ or pk_live_"),
      CLERK_SECRET_KEY: z.string().regex(/^sk_(test|live)_/, "starts with sk_test_ or sk_live_"),
      CLERK_JWT_KEY: z
        .string()
        // Written on one line with "\\n", as many dashboards paste it, it would verify nothing.
        .transform((pem) => pem.replaceAll("\\n", "\n"))
        .optional(),
      CLERK_PROXY_URL: z.string().optional(),
      CLERK_FAPI_URL: z.url().optional(),
      CLERK_API_URL: z.url().default("https://api.clerk.com"),
      CLERK_WEBHOOK_SIGNING_SECRET: z
        .string()
        .regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/, "starts with whsec_ and goes on in base64")
        .optional(),
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
      const found = issues.map(({ path, message }): ConfigurationIssue => {
        const [segment] = path ?? [];
        return { name: String(typeof segment === "object" ? segment.key : segment), message };
      });
      const lines = found.map(({ name, message }) => `  ${name}: ${message}`);
      throw new Error(
        `T2M cannot start, its configuration is not complete (.env.example explains each line):\n${lines.join("\n")}`,
        { cause: found },
      );
    },
  });
}

export type Env = ReturnType<typeof readEnv>;

function readEnv() {
  const values = createT2MEnv();
  return {
    ...values,
    S3_ENDPOINT: values.S3_ENDPOINT ?? `https://s3.${values.S3_REGION}.amazonaws.com`,
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

/** For the doctor. @returns what is missing or wrong, nothing when the configuration is complete. */
export function findConfigurationIssues(): ConfigurationIssue[] {
  try {
    env();
    return [];
  } catch (error) {
    const found = (error as Error).cause;
    if (Array.isArray(found)) return found as ConfigurationIssue[];
    throw error;
  }
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
