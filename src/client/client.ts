import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { EventSource } from "eventsource";
import superjson from "superjson";
import type { AppRouter } from "~/server/api/root";

/** Every call of T2M's API with what it takes and answers. */
export type ApiRouter = AppRouter;

export type T2MClientOptions = {
  /** Where T2M is, e.g. "https://t2m.example.com". Its API_ORIGINS must name the origin of your app. */
  url: string;
  /**
   * Asked before each request and each time a stream connects. Answers a session token of Clerk or one
   * of its template `t2m-api`; null asks as nobody in particular.
   */
  getToken: () => Promise<string | null>;
};

export type T2MClient = ReturnType<typeof createT2MClient>;

/**
 * T2M's API from another app: queries and mutations in batches of at most ten, subscriptions as events.
 * The token travels in the Authorization header alone, on streams too, which the browser's own
 * `EventSource` could not do.
 */
export function createT2MClient({ url, getToken }: T2MClientOptions) {
  const endpoint = { url: new URL("/api/trpc", url).href, transformer: superjson };

  async function authorization(): Promise<Record<string, string>> {
    const token = await getToken();
    return token === null ? {} : { authorization: `Bearer ${token}` };
  }

  return createTRPCClient<ApiRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: httpSubscriptionLink({
          ...endpoint,
          EventSource,
          eventSourceOptions: () => ({
            fetch: async (address, init) =>
              fetch(address, { ...init, headers: { ...init.headers, ...(await authorization()) } }),
          }),
        }),
        false: httpBatchLink({ ...endpoint, maxItems: 10, headers: authorization }),
      }),
    ],
  });
}
