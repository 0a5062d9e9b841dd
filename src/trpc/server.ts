import "server-only";

import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { can, type EndedBecause, type Permission, type Viewer } from "~/server/accounts/schema";
import type { CallerSession } from "~/server/accounts/service";
import { createCaller } from "~/server/api/root";
import { createRequestContext, getAdapters } from "~/server/context";
import { markUnavailable } from "./unavailable";

const requestContext = cache(async () =>
  createRequestContext(new Request(getAdapters().appOrigin, { headers: await headers() })),
);

/** The API for server components: the same procedures, guards and limits without the HTTP. */
export const getApi = cache(async () =>
  createCaller(await requestContext(), { onError: ({ error }) => markUnavailable(error) }),
);

/**
 * @returns null for nobody in particular.
 * @throws while the database or Clerk is away, marked for the error page.
 */
export async function findViewer(): Promise<Viewer | null> {
  try {
    return await (await requestContext()).identify();
  } catch (error) {
    markUnavailable(error);
    throw error;
  }
}

/** The session that came with this request, also one that lets nobody in any more. */
export async function findSession(): Promise<CallerSession | null> {
  return (await requestContext()).findSession();
}

function signInPath(returnTo: string, endedBecause: EndedBecause | null | undefined): string {
  const query = new URLSearchParams({ redirect_url: returnTo });
  if (endedBecause) query.set("reason", endedBecause);
  return `/sign-in?${query}`;
}

/**
 * The guard of every page that is not public: nobody in particular goes to sign in and comes back,
 * somebody suspended is told so.
 * @param returnTo - this page's own path and query, e.g. "/videos".
 */
export async function requireViewer(returnTo: string): Promise<Viewer> {
  const viewer = await findViewer();
  if (!viewer) redirect(signInPath(returnTo, (await findSession())?.endedBecause));
  if (viewer.isSuspended) redirect("/suspended");
  return viewer;
}

/**
 * The guard of an admin page: a member without the right gets a plain refusal, 403.
 * @param right - one permission, or any of several.
 */
export async function requirePermittedViewer(
  returnTo: string,
  right: Permission | readonly Permission[],
): Promise<Viewer> {
  const viewer = await requireViewer(returnTo);
  const rights = typeof right === "string" ? [right] : right;
  if (!rights.some((permission) => can(viewer, permission))) forbidden();
  return viewer;
}
