import { createClerkClient } from "@clerk/backend";

/** The accounts that a fresh machine starts with; `local/start.ts` runs this against the stand-in only. */
const PASSWORD = "t2m-demo-2026";

const ACCOUNTS = [
  { email: "user@t2m.test", firstName: "Uma", lastName: "User", metadata: {} },
  {
    email: "premium@t2m.test",
    firstName: "Pia",
    lastName: "Premium",
    metadata: { subscription_tier: "premium" },
  },
  {
    email: "admin@t2m.test",
    firstName: "Ada",
    lastName: "Admin",
    metadata: { role: "admin", subscription_tier: "premium" },
  },
];

const { CLERK_SECRET_KEY: secretKey, CLERK_API_URL: apiUrl, T2M_DEMO } = process.env;
if (T2M_DEMO !== "1" || !secretKey || !apiUrl) {
  throw new Error(
    "The demo accounts are for the local stand-in of Clerk: start it with npm start.",
  );
}

const clerk = createClerkClient({ secretKey, apiUrl, telemetry: { disabled: true } });

for (const { email, firstName, lastName, metadata } of ACCOUNTS) {
  const { totalCount } = await clerk.users.getUserList({ emailAddress: [email] });
  if (totalCount > 0) continue;
  await clerk.users.createUser({
    emailAddress: [email],
    password: PASSWORD,
    firstName,
    lastName,
    publicMetadata: metadata,
  });
}
