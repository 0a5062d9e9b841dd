import { type Check, type DoctorContext, fail, ok, skipped } from "../check";
import { askBackend, readClaims } from "../clerk-api";

const NOBODY = skipped(
  "No admin is signed in, so Clerk has no session to make a token for.",
  "Sign in as an admin and ask again.",
);

const API_CLAIMS = ["user_id", "email", "role", "permissions", "subscription_tier"];

/** The asking admin's session, or the one that an admin has used last. */
async function findSession({ sessionId, db, identity }: DoctorContext): Promise<string | null> {
  if (sessionId) return sessionId;
  const admins = await db.user.findMany({
    where: { role: "admin" },
    select: { id: true },
    take: 5,
  });
  const sessions = await Promise.all(admins.map(({ id }) => identity.listSessions(id)));
  const [newest] = sessions.flat().sort((a, b) => +b.lastActiveAt - +a.lastActiveAt);
  return newest?.id ?? null;
}

async function mint(
  ctx: DoctorContext,
  template: "" | "t2m-api",
): Promise<{ claims: Record<string, unknown> } | { status: number } | null> {
  const sessionId = await findSession(ctx);
  if (!sessionId) return null;
  const path = `/v1/sessions/${sessionId}/tokens${template && `/${template}`}`;
  const answer = await askBackend(ctx.settings, path, { method: "POST" });
  if (!answer.ok) return { status: answer.status };
  const { jwt } = (await answer.json()) as { jwt: string };
  return { claims: readClaims(jwt) };
}

export const sessionToken: Check = {
  id: "session-token",
  group: "Clerk",
  title: "Session tokens carry roles and tiers",
  after: "clerk-keys",
  async run(ctx) {
    const minted = await mint(ctx, "");
    if (!minted) return NOBODY;
    if ("status" in minted)
      return skipped(`Clerk made no token for the session (${minted.status}).`);
    return "metadata" in minted.claims
      ? ok("The claim `metadata` is in them.")
      : fail(
          "The claim `metadata` is missing: a change of role or tier is seen late.",
          'Clerk\'s dashboard → Sessions → Customize session token: { "metadata": "{{user.public_metadata}}" }',
        );
  },
};

export const apiTemplate: Check = {
  id: "api-template",
  group: "Clerk",
  title: "The JWT template t2m-api exists",
  after: "clerk-keys",
  async run(ctx) {
    const minted = await mint(ctx, "t2m-api");
    if (!minted) return NOBODY;
    const mend =
      "Clerk's dashboard → JWT templates → New template, named t2m-api, with the claims of docs/deploy.md.";
    if ("status" in minted) {
      return fail(
        `Clerk made no token from it (${minted.status}). Other programs cannot ask the API.`,
        mend,
      );
    }
    const { claims } = minted;
    const missing = API_CLAIMS.filter((name) => !(name in claims));
    if (claims["aud"] !== "t2m-api") return fail('Its audience is not "t2m-api".', mend);
    if (missing.length > 0) return fail(`It lacks ${missing.join(", ")}.`, mend);
    return ok("A token of it says all that the API asks for.");
  },
};
