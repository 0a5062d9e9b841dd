import { Clock, LogOut } from "lucide-react";
import { type EndedBecause, SESSION_LIMITS } from "~/server/accounts/schema";

const SENTENCES = {
  inactive: `Signed out after ${SESSION_LIMITS.idleSeconds / 60} minutes without activity. Your draft is safe.`,
  ended: "Your sign-in has ended. Sign in to go on where you were.",
} as const satisfies Record<EndedBecause, string>;

/** Why somebody is at this form again, and that they have lost nothing. */
export function EndedBanner({ because }: { because: EndedBecause }) {
  const Icon = because === "inactive" ? Clock : LogOut;
  return (
    <p
      role="status"
      className="mb-8 flex items-start gap-3 rounded-md bg-primary-tint px-4 py-3 text-sm text-pretty text-primary-ink"
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      {SENTENCES[because]}
    </p>
  );
}
