import type { ConfigurationIssue } from "~/env";
import { readKeyRing } from "~/server/delivery/service";
import { type Finding, fail, ok, reasonOf, type Settings } from "./check";

/** Where each line of the configuration comes from. */
const SOURCES: Record<string, string> = {
  DATABASE_URL: "your PostgreSQL's connection string, as its host shows it",
  STORAGE_URL: "a folder that web and workers see, e.g. file:///var/lib/t2m",
  CLERK_PUBLISHABLE_KEY: "Clerk's dashboard → API keys",
  CLERK_SECRET_KEY: "Clerk's dashboard → API keys",
  CLERK_WEBHOOK_SIGNING_SECRET: "Clerk's dashboard → Webhooks → the endpoint",
  UPSTASH_REDIS_REST_URL: "Upstash's console → the database → REST API",
  UPSTASH_REDIS_REST_TOKEN: "Upstash's console → the database → REST API",
  APP_ORIGIN: "the address that people use, e.g. https://t2m.example.com",
};

/** Names what is missing or wrong, and where to get it. */
export function judgeConfiguration(issues: readonly ConfigurationIssue[]): Finding {
  if (issues.length === 0) return ok("Every line that T2M needs is set.");
  const words = issues.map(({ name, message }) => `${name} (${message})`).join("; ");
  const mends = issues.map(({ name }) => `${name}: ${SOURCES[name] ?? ".env.example explains it"}`);
  return fail(
    `Missing or wrong: ${words}.`,
    `Set in the environment or in .env: ${mends.join(" · ")}`,
  );
}

/** Judged before anything is opened: nothing can be without it. */
export function judgeSigningSecret(settings: Settings): Finding {
  try {
    const { keys, activeKid } = readKeyRing(settings);
    const others = keys.size > 1 ? `, ${keys.size - 1} older verify` : "";
    return ok(`Strong enough; "${activeKid}" signs${others}.`);
  } catch (error) {
    return fail(
      reasonOf(error),
      "Set FILE_SIGNING_SECRET to the output of: openssl rand -base64 32. Use the same one for every web process.",
    );
  }
}
