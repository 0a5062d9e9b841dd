import type { Viewer } from "~/server/accounts/schema";
import type { SigningDeps } from "~/server/delivery/service";
import type { JobsContext } from "~/server/jobs/service";
import type { Generator } from "~/server/platform/generators/generator";

export type VideosContext = JobsContext &
  SigningDeps & { viewer: Viewer; generators: readonly Generator[] };
