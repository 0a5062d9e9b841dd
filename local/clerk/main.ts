import { startClerk } from "./server";

const clerk = await startClerk({
  port: Number(readVariable("T2M_CLERK_PORT")),
  dataDir: readVariable("T2M_DATA_DIR"),
  secretKey: readVariable("CLERK_SECRET_KEY"),
  publishableKey: readVariable("CLERK_PUBLISHABLE_KEY"),
  appOrigin: readVariable("APP_ORIGIN"),
  webhookSecret: process.env["CLERK_WEBHOOK_SIGNING_SECRET"] || undefined,
});

async function leave() {
  await clerk.stop();
  process.exit(0);
}

process.once("disconnect", leave);
process.once("SIGTERM", leave);
process.once("SIGINT", leave);
process.send?.({ type: "ready", url: clerk.url, mailboxUrl: `${clerk.url}/mailbox` });

function readVariable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The Clerk stand-in needs ${name}.`);
  return value;
}
