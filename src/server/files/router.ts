import { protectedProcedure, router } from "~/server/api/procedures";
import { FileId, ListFilesInput, ListTrashInput, RenameFileInput } from "./schema";
import {
  getFile,
  listFiles,
  listTrash,
  measureFiles,
  removeFile,
  renameFile,
  restoreFile,
} from "./service";

export const filesRouter = router({
  list: protectedProcedure
    .meta({ limit: "read" })
    .input(ListFilesInput)
    .query(({ ctx, input }) => listFiles(ctx, input)),
  get: protectedProcedure
    .meta({ limit: "read" })
    .input(FileId)
    .query(({ ctx, input }) => getFile(ctx, input)),
  trash: protectedProcedure
    .meta({ limit: "read" })
    .input(ListTrashInput)
    .query(({ ctx, input }) => listTrash(ctx, input)),
  usage: protectedProcedure.meta({ limit: "read" }).query(({ ctx }) => measureFiles(ctx)),
  rename: protectedProcedure
    .meta({ limit: "write" })
    .input(RenameFileInput)
    .mutation(({ ctx, input }) => renameFile(ctx, input)),
  remove: protectedProcedure
    .meta({ limit: "write" })
    .input(FileId)
    .mutation(({ ctx, input }) => removeFile(ctx, input)),
  restore: protectedProcedure
    .meta({ limit: "write" })
    .input(FileId)
    .mutation(({ ctx, input }) => restoreFile(ctx, input)),
});
