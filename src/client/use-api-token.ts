"use client";

import { useCallback } from "react";

/** The JWT template of T2M's Clerk instance (docs/clerk/jwt-template.json). */
export const API_TEMPLATE = "t2m-api";

/** What `useAuth()` of any of Clerk's React packages gives. */
type ClerkAuth = { getToken(options: { template: string }): Promise<string | null> };

/**
 * For an app that signs people in with T2M's own Clerk instance: `useApiToken(useAuth())` is the
 * `getToken` of `createT2MClient`. Clerk keeps the token in memory and renews it.
 */
export function useApiToken({ getToken }: ClerkAuth): () => Promise<string | null> {
  return useCallback(() => getToken({ template: API_TEMPLATE }), [getToken]);
}
