import { PRINCIPALS, type Principal } from "../tiers";
import { stackInfo } from "./fixtures";

export type Knocker = { id: string; email: string; cookie: string; token: string };

const TOKEN_SECONDS = 900;

/** Clerk's Backend API, as the running stack has it. */
export async function askClerk(path: string, body: object) {
  const { CLERK_API_URL, CLERK_SECRET_KEY } = stackInfo().env;
  const answer = await fetch(`${CLERK_API_URL}/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${CLERK_SECRET_KEY}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`Clerk answered ${answer.status} to ${path}.`);
  return answer.json();
}

/** Somebody of each kind with a session of their own, as a browser's cookies would carry it. */
export async function createPrincipals(): Promise<Record<Principal, Knocker | null>> {
  const found = new Map<string, Knocker | null>();
  for (const [who, { metadata }] of Object.entries(PRINCIPALS)) {
    found.set(who, metadata && (await createKnocker(who, metadata)));
  }
  return Object.fromEntries(found) as Record<Principal, Knocker | null>;
}

async function createKnocker(who: string, publicMetadata: object): Promise<Knocker> {
  const email = `${who}-${Date.now()}@example.test`;
  const { id } = await askClerk("/users", {
    email_address: [email],
    password: "a-long-enough-password-26",
    public_metadata: publicMetadata,
  });
  const session = await askClerk("/sessions", { user_id: id });
  const { jwt } = await askClerk(`/sessions/${session.id}/tokens`, {
    expires_in_seconds: TOKEN_SECONDS,
  });
  const since = Math.floor(Date.now() / 1000) - 60;
  const cookie = `__client_uat=${since}; __clerk_db_jwt=dvb_${who}; __session=${jwt}`;
  return { id, email, cookie, token: jwt };
}
