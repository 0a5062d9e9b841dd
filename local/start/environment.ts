import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Secrets } from "./secrets";

export type StandIn = "postgres" | "clerk" | "upstash";

export type Environment = Record<string, string>;

type Input = {
  /** What the machine says, usually `process.env`. */
  given: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  dataDir: string;
  port: number;
  secrets: Secrets;
  ports: { clerk: number; upstash: number };
};

/** The host spelled in the stand-in's publishable key; `.localhost` resolves to nobody else. */
const CLERK_HOST = "t2m.emulator.localhost";

/** Read while building too, where Next writes NEXT_PUBLIC_* into the bundle. */
export const QUIET: Environment = {
  NEXT_TELEMETRY_DISABLED: "1",
  NEXT_PUBLIC_CLERK_TELEMETRY_DISABLED: "1",
  NEXT_PUBLIC_CLERK_KEYLESS_DISABLED: "1",
  NEXT_PUBLIC_CLERK_UNSAFE_DISABLE_DEVELOPMENT_MODE_CONSOLE_WARNING: "1",
};

/**
 * The environment of the app's processes: what is given wins, and each rented thing that it does
 * not name is answered by a stand-in. DATABASE_URL of the stand-in is known once it runs.
 */
export function buildEnvironment(input: Input): { env: Environment; standIns: Set<StandIn> } {
  const { dataDir, port, secrets, ports } = input;
  const given = withoutEmpty(input.given);
  const standIns = new Set<StandIn>();
  const env: Environment = {
    ...QUIET,
    STORAGE_URL: pathToFileURL(path.join(dataDir, "storage")).href,
    APP_ORIGIN: `http://localhost:${port}`,
    ...given,
    T2M_DATA_DIR: dataDir,
    PORT: String(port),
  };
  if (!given["FILE_SIGNING_SECRET"] && !given["FILE_SIGNING_KEYS"]) {
    env["FILE_SIGNING_SECRET"] = secrets.fileSigningSecret;
  }
  if (!given["DATABASE_URL"]) standIns.add("postgres");
  if (!given["UPSTASH_REDIS_REST_URL"]) {
    standIns.add("upstash");
    env["UPSTASH_REDIS_REST_URL"] = `http://127.0.0.1:${ports.upstash}`;
    env["UPSTASH_REDIS_REST_TOKEN"] = secrets.upstashToken;
  }
  if (!given["CLERK_SECRET_KEY"]) {
    standIns.add("clerk");
    Object.assign(env, clerkStandIn(secrets, ports.clerk));
  }
  return { env, standIns };
}

function clerkStandIn(secrets: Secrets, port: number): Environment {
  const publishableKey = Buffer.from(`${CLERK_HOST}$`).toString("base64").replaceAll("=", "");
  return {
    CLERK_SECRET_KEY: secrets.clerkSecretKey,
    CLERK_WEBHOOK_SIGNING_SECRET: secrets.clerkWebhookSecret,
    CLERK_PUBLISHABLE_KEY: `pk_test_${publishableKey}`,
    CLERK_PROXY_URL: "/__clerk",
    CLERK_FAPI_URL: `http://127.0.0.1:${port}`,
    CLERK_API_URL: `http://127.0.0.1:${port}`,
    T2M_DEMO: "1",
  };
}

/** `NAME=` in a .env file means "not set". */
function withoutEmpty(given: Input["given"]): Environment {
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
