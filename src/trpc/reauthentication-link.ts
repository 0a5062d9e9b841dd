import type { Operation, TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import type { AppRouter } from "~/server/api/root";
import { isRetriable } from "./errors";
import type { SessionHealthStore } from "./session-health";

/** What an UNAUTHORIZED answer means, once renewing the token has not helped. */
export type SessionVerdict = "expired" | "unreachable";

/** For calls that nobody misses, such as the report that a person is there. */
export const NOT_HELD = { isNotHeld: true };

export type ReauthenticationOptions = {
  health: SessionHealthStore;
  judge: () => Promise<SessionVerdict>;
};

/**
 * Keeps the health of the session, and a change that came too late for it: it waits until the same
 * person has signed in again, over the page, and then goes on as if nothing had been. Questions are
 * not kept; they are asked anew.
 */
export function reauthenticationLink(options: ReauthenticationOptions): TRPCLink<AppRouter> {
  const { health, judge } = options;
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        // A stream has its own way of coming back, and its states are no answers.
        if (op.type === "subscription") return next(op).subscribe(observer);
        let attempt: Unsubscribable | undefined;
        let isLeft = false;

        async function onUnauthorized(error: Parameters<typeof observer.error>[0]) {
          const verdict = await judge();
          if (verdict === "expired") health.expired();
          else health.suspect();
          if (op.type !== "mutation" || op.context["isNotHeld"]) return observer.error(error);
          await health.untilUsable();
          if (!isLeft) send();
        }

        function send() {
          attempt = next(copyOf(op)).subscribe({
            ...observer,
            next(value) {
              health.answered();
              observer.next(value);
            },
            error(error) {
              if (error.data?.code === "UNAUTHORIZED") return void onUnauthorized(error);
              if (isRetriable(error)) health.suspect();
              else health.answered();
              observer.error(error);
            },
          });
        }

        send();
        return () => {
          isLeft = true;
          attempt?.unsubscribe();
        };
      });
}

function copyOf(op: Operation): Operation {
  return { ...op, context: { ...op.context } };
}
