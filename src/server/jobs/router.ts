import { tracked } from "@trpc/server";
import { protectedProcedure, router } from "~/server/api/procedures";
import { translateStream } from "~/server/api/translated-stream";
import { retryVideo } from "~/server/videos/service";
import { JobId, ListJobsInput, WatchJobsInput } from "./schema";
import { cancelJob, getJob, listJobs, watchJobs } from "./service";

export const jobsRouter = router({
  list: protectedProcedure
    .meta({ limit: "read" })
    .input(ListJobsInput)
    .query(({ ctx, input }) => listJobs(ctx, input)),

  get: protectedProcedure
    .meta({ limit: "read" })
    .input(JobId)
    .query(({ ctx, input }) => getJob(ctx, input)),

  cancel: protectedProcedure
    .meta({ limit: "write" })
    .input(JobId)
    .mutation(({ ctx, input }) => cancelJob(ctx, input)),

  retry: protectedProcedure
    .meta({ limit: "videos.generate" })
    .input(JobId)
    .mutation(({ ctx, input }) => retryVideo(ctx, input)),

  watch: protectedProcedure
    .meta({ limit: "read" })
    .input(WatchJobsInput)
    .subscription(async function* ({ ctx, input, signal, path }) {
      const updates = translateStream(watchJobs(ctx, input, signal), {
        ctx,
        path,
        type: "subscription",
      });
      for await (const { id, data } of updates) yield tracked(id, data);
    }),
});
