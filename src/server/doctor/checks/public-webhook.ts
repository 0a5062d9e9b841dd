import { createHmac, randomUUID } from "node:crypto";
import { type Check, fail, ok, warn } from "../check";

const PATH = "/api/webhooks/clerk";
const WHERE = "Clerk's dashboard → Webhooks → the endpoint → Signing secret";

export const publicWebhook: Check = {
  id: "public-webhook",
  group: "Public address",
  title: "Clerk's webhooks would be taken",
  after: "public-origin",
  async run({ settings, now }) {
    const url = new URL(PATH, settings.APP_ORIGIN);
    const secret = settings.CLERK_WEBHOOK_SIGNING_SECRET;
    if (!secret) {
      return warn(
        "CLERK_WEBHOOK_SIGNING_SECRET is not set: people who change or delete themselves at Clerk are noticed late.",
        `Clerk's dashboard → Webhooks → Add endpoint ${url.href} with user.* and session.*, then set the secret it shows.`,
      );
    }
    const id = `msg_doctor_${randomUUID()}`;
    const timestamp = Math.floor(now().getTime() / 1000);
    // A type that Clerk never sends: taken, and without effect.
    const body = JSON.stringify({ type: "t2m.doctor", object: "event", data: {} });
    const signature = sign(secret, `${id}.${timestamp}.${body}`);
    const headers = { "svix-id": id, "svix-timestamp": String(timestamp) };
    const signed = await post(url, body, { ...headers, "svix-signature": `v1,${signature}` });
    if (signed !== 200) {
      return signed === 400
        ? fail(
            "A delivery signed with CLERK_WEBHOOK_SIGNING_SECRET was refused (400): the web process has another secret.",
            `Set the same secret everywhere: ${WHERE}.`,
          )
        : fail(
            `A signed delivery got ${signed}.`,
            `Let POST ${PATH} through the proxy untouched: no login, no firewall rule, no redirect.`,
          );
    }
    const forged = await post(url, body, {
      ...headers,
      "svix-signature": `v1,${sign("whsec_AAAA", body)}`,
    });
    return forged === 400
      ? ok("A signed delivery got 200, a forged one 400.")
      : fail(
          `A forged delivery got ${forged} instead of 400.`,
          `Let ${PATH} lead to T2M itself, not to something that takes everything.`,
        );
  },
};

async function post(url: URL, body: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(10_000),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Standard Webhooks, "Signature scheme": HMAC-SHA256 over id.timestamp.body, base64. */
function sign(secret: string, message: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return createHmac("sha256", key).update(message).digest("base64");
}
