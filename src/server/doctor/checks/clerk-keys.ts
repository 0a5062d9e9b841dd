import { type Check, fail, ok, reasonOf } from "../check";
import { askBackend, fetchPublicKeys, readKeys } from "../clerk-api";

const WHERE = "Clerk's dashboard → API keys";

export const clerkKeys: Check = {
  id: "clerk-keys",
  group: "Clerk",
  title: "The publishable and the secret key are a pair",
  async run({ settings }) {
    const kindOf = (key: string) => key.split("_")[1];
    if (kindOf(settings.CLERK_PUBLISHABLE_KEY) !== kindOf(settings.CLERK_SECRET_KEY)) {
      return fail(
        `One key is of a ${kindOf(settings.CLERK_PUBLISHABLE_KEY)} instance, the other of a ${kindOf(settings.CLERK_SECRET_KEY)} one.`,
        `Copy both keys from the same instance: ${WHERE}.`,
      );
    }
    let answer: Response;
    try {
      answer = await askBackend(settings, "/v1/jwks");
    } catch (error) {
      return fail(
        `Clerk's Backend API does not answer (${reasonOf(error)}).`,
        `Let this machine reach ${new URL(settings.CLERK_API_URL).origin}: DNS, firewall, or CLERK_API_URL.`,
      );
    }
    if (!answer.ok) {
      return fail(
        `Clerk refuses CLERK_SECRET_KEY (${answer.status}).`,
        `Copy the secret key again: ${WHERE}. It may have been rotated or deleted.`,
      );
    }
    const ofSecret = (await readKeys(answer)).map(({ kid }) => kid);
    try {
      const ofPublishable = (await fetchPublicKeys(settings)).map(({ kid }) => kid);
      if (ofPublishable.some((kid) => ofSecret.includes(kid))) {
        return ok("Both belong to one instance of Clerk.");
      }
    } catch (error) {
      return fail(
        `The instance of CLERK_PUBLISHABLE_KEY does not answer (${reasonOf(error)}).`,
        `Copy the publishable key again: ${WHERE}.`,
      );
    }
    return fail(
      "The two keys belong to different instances: sign-in would work, and every request after it be refused.",
      `Copy both keys from the same instance: ${WHERE}.`,
    );
  },
};
