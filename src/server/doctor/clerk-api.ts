import type { Settings } from "./check";

const PATIENCE_MS = 5_000;

export type Jwk = { kid?: string; n?: string; e?: string };

/** A publishable key is `pk_(test|live)_` + base64 of Clerk's Frontend API host + "$". */
export function frontendApiUrl(settings: Settings): string {
  if (settings.CLERK_FAPI_URL) return settings.CLERK_FAPI_URL;
  const host = Buffer.from(settings.CLERK_PUBLISHABLE_KEY.split("_")[2] ?? "", "base64").toString();
  return `https://${host.replace(/\$$/, "")}`;
}

/** Clerk's Backend API as it answers, whatever the status. */
export function askBackend(
  { CLERK_API_URL, CLERK_SECRET_KEY }: Settings,
  path: string,
  init: { method?: "GET" | "POST" } = {},
): Promise<Response> {
  const { method = "GET" } = init;
  return fetch(new URL(path, CLERK_API_URL), {
    method,
    headers: {
      authorization: `Bearer ${CLERK_SECRET_KEY}`,
      ...(method === "POST" ? { "content-type": "application/json" } : {}),
    },
    ...(method === "POST" ? { body: "{}" } : {}),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

/** The keys that tokens of the publishable key's instance are signed with; they are public. */
export async function fetchPublicKeys(settings: Settings): Promise<Jwk[]> {
  const url = new URL("/.well-known/jwks.json", frontendApiUrl(settings));
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${url.host} answered ${response.status}`);
  return readKeys(response);
}

export async function readKeys(response: Response): Promise<Jwk[]> {
  const { keys } = (await response.json()) as { keys?: Jwk[] };
  return keys ?? [];
}

/** What a token that Clerk has just given says. The token itself goes no further. */
export function readClaims(token: string): Record<string, unknown> {
  const [, payload = ""] = token.split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
}
