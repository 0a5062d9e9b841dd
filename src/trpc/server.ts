import "server-only";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "~/server/accounts/schema";
import { requireActive } from "~/server/accounts/service";
import { createCaller } from "~/server/api/root";
import { createRequestContext, getAdapters } from "~/server/context";

const requestContext = cache(async () =>
  createRequestContext(new Request(getAdapters().appOrigin, { headers: await headers() })),
);

/** The API for server components: the same procedures, guards and limits without the HTTP. */
export const getApi = cache(async () => createCaller(await requestContext()));

/** @returns null for nobody in particular. */
export async function findViewer(): Promise<Viewer | null> {
  return (await requestContext()).identify();
}

/**
 * The guard of every page that is not public: nobody in particular goes to sign in and comes back.
 * @param returnTo - this page's own path, e.g. "/videos".
 */
export async function requireViewer(returnTo: string): Promise<Viewer> {
  const viewer = await findViewer();
  if (!viewer) redirect(`/sign-in?redirect_url=${encodeURIComponent(returnTo)}`);
  return requireActive(viewer);
}
