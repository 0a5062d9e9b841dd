import { healthResponse } from "~/server/api/health";
import { getAdapters } from "~/server/context";

export const dynamic = "force-dynamic";

/** Clerk answers and its keys can be read. */
export function GET(): Promise<Response> {
  const { identity, log } = getAdapters();
  return healthResponse(log, { identity: () => identity.probe() });
}
