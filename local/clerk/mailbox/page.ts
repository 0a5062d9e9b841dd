import type { MailRow } from "../state/mails";

const STYLE = `
:root { color-scheme: light dark; --ink: #16181d; --soft: #626a76; --paper: #fff; --back: #f4f5f7; --line: #e3e6ea }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f0f2f5; --soft: #9aa3b0; --paper: #1b1e24; --back: #111318; --line: #2b3038 } }
* { box-sizing: border-box }
body { margin: 0; padding: 3rem 1rem; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 36rem; margin: auto }
h1 { margin: 0; font-size: 1.5rem; letter-spacing: -.02em }
p { margin: .25rem 0 0; color: var(--soft) }
ol { list-style: none; margin: 2rem 0 0; padding: 0; display: grid; gap: .75rem }
li { padding: 1.25rem 1.5rem; background: var(--paper); border: 1px solid var(--line); border-radius: 1rem }
b { display: block; overflow-wrap: anywhere }
time { color: var(--soft); font-size: .875rem }
code { display: block; margin-top: .5rem; font: 600 2rem/1.2 ui-monospace, monospace; letter-spacing: .18em; user-select: all }
.empty { padding: 3rem 1.5rem; text-align: center; border: 1px dashed var(--line); border-radius: 1rem; margin-top: 2rem }`;

/** The mailbox page; it reads itself again every five seconds. `now` in milliseconds. */
export function drawMailbox(mails: MailRow[], now: number): string {
  const list = mails.map((mail) => drawMail(mail, now)).join("");
  const empty = `<p class="empty">Nothing yet. Sign up, and the code appears here.</p>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="5"><title>Mailbox · T2M on this machine</title><style>${STYLE}</style></head>
<body><main><h1>Mailbox</h1><p>E-mails that this machine did not send. Each code lasts ten minutes.</p>
${mails.length > 0 ? `<ol>${list}</ol>` : empty}</main></body></html>`;
}

function drawMail(mail: MailRow, now: number): string {
  const sent = new Date(mail.sent_at).toISOString();
  return `<li><b>${escapeHtml(mail.recipient)}</b>
<time datetime="${sent}">Verification code, ${describeAge(now - mail.sent_at)}</time><code>${escapeHtml(mail.code)}</code></li>`;
}

function describeAge(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? "1 hour ago" : `${hours} hours ago`;
  const days = Math.floor(hours / 24);
  return days === 1 ? "1 day ago" : `${days} days ago`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
