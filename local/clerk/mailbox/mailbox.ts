import type { ClerkContext } from "../context";
import { type Call, json, type Reply } from "../http";
import { listMails } from "../state/mails";
import { drawMailbox } from "./page";

/** `GET /mailbox`: the e-mails that Clerk would have sent, for the person at this machine. */
export function showMailbox(ctx: ClerkContext, call: Call): Reply {
  return {
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    },
    body: drawMailbox(listMails(ctx, call.query.get("to")), ctx.now()),
  };
}

/** `GET /mailbox.json?to=`: the same for tests. */
export function showMailboxJson(ctx: ClerkContext, call: Call): Reply {
  const mails = listMails(ctx, call.query.get("to"));
  return json(
    mails.map(({ recipient, subject, code, sent_at }) => ({
      to: recipient,
      subject,
      code,
      sentAt: new Date(sent_at).toISOString(),
    })),
  );
}
