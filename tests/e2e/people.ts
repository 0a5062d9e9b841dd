import { createClerkClient } from "@clerk/backend";
import { stackInfo } from "./stack-info";

export const PASSWORD = "t2m-demo-2026";

export type Account = "user@t2m.test" | "premium@t2m.test" | "admin@t2m.test";

const METADATA: Record<Account, Record<string, string>> = {
  "user@t2m.test": {},
  "premium@t2m.test": { subscription_tier: "premium" },
  "admin@t2m.test": { role: "admin", subscription_tier: "premium" },
};

/**
 * Two browsers at work at once share nobody's draft, queue or quota: the first has the demo accounts,
 * each other one people of its own like them.
 * @param worker - which of the browsers, from 0.
 */
export async function findPerson(account: Account, worker: number): Promise<string> {
  if (worker === 0) return account;
  const { CLERK_SECRET_KEY: secretKey = "", CLERK_API_URL: apiUrl = "" } = stackInfo().env;
  const clerk = createClerkClient({ secretKey, apiUrl, telemetry: { disabled: true } });
  const email = account.replace("@", `-${worker}@`);
  const { totalCount } = await clerk.users.getUserList({ emailAddress: [email] });
  if (totalCount === 0) {
    await clerk.users.createUser({
      emailAddress: [email],
      password: PASSWORD,
      publicMetadata: METADATA[account],
    });
  }
  return email;
}
