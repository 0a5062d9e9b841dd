import type { Viewer } from "~/server/accounts/schema";
import type { SigningDeps } from "~/server/delivery/service";
import type { JobsContext } from "~/server/jobs/service";
import type { ModelCard } from "~/server/platform/generators/schema";

export type BatchesContext = JobsContext &
  SigningDeps & { viewer: Viewer; models: readonly ModelCard[] };
