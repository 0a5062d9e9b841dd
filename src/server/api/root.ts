import { accountRouter } from "~/server/accounts/router";
import { adminRouter } from "~/server/admin/router";
import { batchesRouter } from "~/server/batches/router";
import { contactRouter } from "~/server/contact/router";
import { signedUrlsRouter } from "~/server/delivery/router";
import { filesRouter } from "~/server/files/router";
import { jobsRouter } from "~/server/jobs/router";
import { queueRouter } from "~/server/queue/router";
import { sharesRouter } from "~/server/shares/router";
import { videosRouter } from "~/server/videos/router";
import { createCallerFactory, router } from "./procedures";

export const appRouter = router({
  account: accountRouter,
  files: filesRouter,
  videos: videosRouter,
  jobs: jobsRouter,
  signedUrls: signedUrlsRouter,
  shares: sharesRouter,
  queue: queueRouter,
  batches: batchesRouter,
  contact: contactRouter,
  admin: adminRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
