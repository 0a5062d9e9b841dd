import type { ClerkContext } from "../context";
import { newId } from "./ids";

const KEPT_MAILS = 200;

export interface MailRow {
  id: string;
  recipient: string;
  subject: string;
  code: string;
  /** Milliseconds since 1970. */
  sent_at: number;
}

/** Puts a message into the local mailbox and its code into the terminal. */
export function sendMail(
  ctx: ClerkContext,
  mail: Pick<MailRow, "recipient" | "subject" | "code">,
): void {
  ctx.database
    .prepare("insert into mails values (?, ?, ?, ?, ?)")
    .run(newId("mail"), mail.recipient, mail.subject, mail.code, ctx.now());
  ctx.database
    .prepare(
      "delete from mails where rowid not in (select rowid from mails order by rowid desc limit ?)",
    )
    .run(KEPT_MAILS);
  ctx.log(`e-mail to ${mail.recipient}: your verification code is ${mail.code}`);
}

/** Newest first; of one recipient, or of all. */
export function listMails(ctx: ClerkContext, recipient: string | null): MailRow[] {
  return ctx.database
    .prepare("select * from mails where ?1 is null or recipient = ?1 order by rowid desc")
    .all(recipient?.trim().toLowerCase() ?? null) as unknown as MailRow[];
}
