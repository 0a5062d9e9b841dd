import {
  httpBatchLink,
  httpSubscriptionLink,
  type Operation,
  splitLink,
  type TRPCLink,
} from "@trpc/client";
import { observable } from "@trpc/server/observable";
import superjson from "superjson";
import type { AppRouter } from "~/server/api/root";
import { reauthenticationLink, type SessionVerdict } from "./reauthentication-link";
import { sessionHealth } from "./session-health";

const API_URL = "/api/trpc";

/** Clerk's browser SDK, as it hangs itself on the window. */
type ClerkWindow = {
  Clerk?: {
    loaded: boolean;
    session?: { getToken(o: { skipCache: boolean }): Promise<unknown> } | null;
  };
};

/** Queries and mutations in batches of at most ten, subscriptions over SSE. */
export function createLinks(): TRPCLink<AppRouter>[] {
  return [
    reauthenticationLink({ health: sessionHealth, judge: judgeSession }),
    refreshSessionLink,
    splitLink({
      condition: (operation) => operation.type === "subscription",
      true: httpSubscriptionLink({ url: API_URL, transformer: superjson }),
      false: httpBatchLink({ url: API_URL, transformer: superjson, maxItems: 10 }),
    }),
  ];
}

/**
 * A laptop that wakes up sends its first request with the cookie of before: UNAUTHORIZED then only
 * means that the 60-second token is old. One renewal by Clerk, one more try.
 */
const refreshSessionLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let subscription = next(op).subscribe({
        ...observer,
        error(error) {
          if (op.type === "subscription" || error.data?.code !== "UNAUTHORIZED") {
            return observer.error(error);
          }
          renewSession().then(
            (isRenewed) => {
              if (!isRenewed) return observer.error(error);
              subscription = next(copyOf(op)).subscribe(observer);
            },
            () => observer.error(error),
          );
        },
      });
      return () => subscription.unsubscribe();
    });

/** A Clerk that cannot be reached says nothing about a session; nobody is asked to sign in for that. */
async function judgeSession(): Promise<SessionVerdict> {
  const clerk = (window as ClerkWindow).Clerk;
  if (!clerk?.loaded || !navigator.onLine) return "unreachable";
  try {
    await clerk.session?.getToken({ skipCache: true });
    return "expired";
  } catch {
    // Clerk throws ClerkOfflineError, or what the network said.
    return clerk.session ? "unreachable" : "expired";
  }
}

async function renewSession(): Promise<boolean> {
  const session = (window as ClerkWindow).Clerk?.session;
  return Boolean(await session?.getToken({ skipCache: true }));
}

function copyOf(op: Operation): Operation {
  return { ...op, context: { ...op.context } };
}
