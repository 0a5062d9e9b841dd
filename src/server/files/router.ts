import { protectedProcedure, router } from "~/server/api/procedures";
import { FileId, ListFilesInput } from "./schema";
import { getFile, listFiles } from "./service";

export const filesRouter = router({
  list: protectedProcedure
    .meta({ limit: "read" })
    .input(ListFilesInput)
    .query(({ ctx, input }) => listFiles(ctx, input)),
  get: protectedProcedure
    .meta({ limit: "read" })
    .input(FileId)
    .query(({ ctx, input }) => getFile(ctx, input)),
});
