import type { Viewer } from "~/server/accounts/schema";
import type { RequestContext } from "~/server/context";

export type SystemContext = Pick<
  RequestContext,
  "db" | "events" | "storage" | "limiter" | "identity" | "queue" | "signingKeys" | "now" | "log"
> & { viewer: Viewer; readClaims?: RequestContext["readClaims"] | undefined };
