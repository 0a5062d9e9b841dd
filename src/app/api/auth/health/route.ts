import { createHealthCheck } from "~/server/api/health";
import { getAdapters } from "~/server/context";

export const dynamic = "force-dynamic";

const check = createHealthCheck();

/** Clerk answers and its keys can be read. */
export function GET(): Promise<Response> {
  const adapters = getAdapters();
  return check(adapters, { identity: () => adapters.identity.probe() });
}
