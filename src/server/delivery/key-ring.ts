import { createSecretKey, type KeyObject } from "node:crypto";

/** The first key signs; every key verifies, so taking one out kills all that it has signed. */
export type KeyRing = {
  activeKid: string;
  /** By kid. A KeyObject does not show its bytes when it is logged. */
  keys: ReadonlyMap<string, KeyObject>;
};

export type SigningSettings = {
  FILE_SIGNING_SECRET?: string | undefined;
  FILE_SIGNING_KEYS?: string | undefined;
} & { [Name in (typeof OTHER_SECRETS)[number]]?: string | undefined };

/** A secret has one purpose: whoever learns one of these must not be able to open files. */
const OTHER_SECRETS = [
  "CLERK_SECRET_KEY",
  "CLERK_WEBHOOK_SIGNING_SECRET",
  "UPSTASH_REDIS_REST_TOKEN",
  "S3_SECRET_ACCESS_KEY",
] as const;

/** What a lone `FILE_SIGNING_SECRET` is called; as an older key it becomes `k1:` of a list. */
const LONE_KID = "k1";
const MIN_SECRET_BYTES = 32;
const MIN_DISTINCT_BYTES = 16;
const KID = /^[A-Za-z0-9_-]{1,32}$/;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
const HOW = "Make one with: openssl rand -base64 32";

/**
 * Reads and judges the secrets once, when the process starts.
 * @throws one sentence that names the setting and what is wrong with it, never the secret itself.
 */
export function readKeyRing(settings: SigningSettings): KeyRing {
  const entries = readEntries(settings);
  const keys = new Map<string, KeyObject>();
  for (const { kid, secret, setting } of entries) {
    const key = createSecretKey(requireStrongSecret(secret, setting));
    const other = OTHER_SECRETS.find((name) => settings[name]?.includes(secret));
    if (other) throw new Error(`${setting} is ${other} too. ${HOW}`);
    if (keys.has(kid)) throw new Error(`FILE_SIGNING_KEYS has two keys named "${kid}".`);
    if ([...keys.values()].some((other) => other.equals(key))) {
      throw new Error(`FILE_SIGNING_KEYS gives "${kid}" the secret of another key.`);
    }
    keys.set(kid, key);
  }
  const [active] = entries;
  if (!active) throw new Error(`FILE_SIGNING_SECRET is missing. ${HOW}`);
  return { activeKid: active.kid, keys };
}

type Entry = { kid: string; secret: string; setting: string };

function readEntries({ FILE_SIGNING_SECRET, FILE_SIGNING_KEYS }: SigningSettings): Entry[] {
  if (FILE_SIGNING_SECRET && FILE_SIGNING_KEYS) {
    throw new Error("Set FILE_SIGNING_SECRET or FILE_SIGNING_KEYS, not both.");
  }
  if (FILE_SIGNING_SECRET) {
    return [{ kid: LONE_KID, secret: FILE_SIGNING_SECRET, setting: "FILE_SIGNING_SECRET" }];
  }
  return (FILE_SIGNING_KEYS?.split(",") ?? []).map((entry) => {
    const [kid = "", secret, ...rest] = entry.trim().split(":");
    if (!KID.test(kid) || !secret || rest.length > 0) {
      throw new Error(
        "FILE_SIGNING_KEYS is a list of name:secret, separated by commas; a name has at most 32 of A-Z a-z 0-9 _ -",
      );
    }
    return { kid, secret, setting: `FILE_SIGNING_KEYS, key "${kid}",` };
  });
}

function requireStrongSecret(text: string, setting: string): Buffer {
  const bytes = Buffer.from(text, "base64");
  if (!BASE64.test(text)) throw new Error(`${setting} is not base64. ${HOW}`);
  if (bytes.length < MIN_SECRET_BYTES) {
    throw new Error(
      `${setting} has ${bytes.length} bytes, it needs at least ${MIN_SECRET_BYTES}. ${HOW}`,
    );
  }
  if (isGuessable(bytes)) throw new Error(`${setting} can be guessed: it has a pattern. ${HOW}`);
  return bytes;
}

/** Few different bytes, few different steps (a count), or a shorter text repeated. */
function isGuessable(bytes: Buffer): boolean {
  const steps = bytes.map((byte, index) => byte - (bytes[index - 1] ?? 0));
  return (
    new Set(bytes).size < MIN_DISTINCT_BYTES ||
    new Set(steps).size < MIN_DISTINCT_BYTES ||
    hasPeriod(bytes)
  );
}

function hasPeriod(bytes: Buffer): boolean {
  for (let period = 1; period <= bytes.length / 2; period += 1) {
    if (bytes.subarray(period).equals(bytes.subarray(0, bytes.length - period))) return true;
  }
  return false;
}
