import { protectedProcedure, router } from "~/server/api/procedures";
import { GenerateVideoInput, ListVideosInput, VideoId } from "./schema";
import {
  generateVideo,
  getVideo,
  listModels,
  listVideos,
  removeVideo,
  restoreVideo,
} from "./service";

export const videosRouter = router({
  models: protectedProcedure.meta({ limit: "read" }).query(({ ctx }) => listModels(ctx)),

  generate: protectedProcedure
    .meta({ limit: "videos.generate" })
    .input(GenerateVideoInput)
    .mutation(({ ctx, input }) => generateVideo(ctx, input)),

  list: protectedProcedure
    .meta({ limit: "read" })
    .input(ListVideosInput)
    .query(({ ctx, input }) => listVideos(ctx, input)),

  get: protectedProcedure
    .meta({ limit: "read" })
    .input(VideoId)
    .query(({ ctx, input }) => getVideo(ctx, input)),

  remove: protectedProcedure
    .meta({ limit: "write" })
    .input(VideoId)
    .mutation(({ ctx, input }) => removeVideo(ctx, input)),

  restore: protectedProcedure
    .meta({ limit: "write" })
    .input(VideoId)
    .mutation(({ ctx, input }) => restoreVideo(ctx, input)),
});
