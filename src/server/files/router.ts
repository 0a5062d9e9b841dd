import { protectedProcedure, router } from "~/server/api/procedures";
import {
  EmptyTrashInput,
  FileId,
  FileIds,
  ListFilesInput,
  ListTrashInput,
  RenameFileInput,
} from "./schema";
import {
  deleteForever,
  emptyTrash,
  getFile,
  listFiles,
  listTrash,
  measureFiles,
  removeFile,
  removeFiles,
  renameFile,
  restoreFile,
  restoreFiles,
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
  removeMany: protectedProcedure
    .meta({ limit: "write" })
    .input(FileIds)
    .mutation(({ ctx, input }) => removeFiles(ctx, input)),
  restoreMany: protectedProcedure
    .meta({ limit: "write" })
    .input(FileIds)
    .mutation(({ ctx, input }) => restoreFiles(ctx, input)),
  deleteForever: protectedProcedure
    .meta({ limit: "write" })
    .input(FileIds)
    .mutation(({ ctx, input }) => deleteForever(ctx, input)),
  emptyTrash: protectedProcedure
    .meta({ limit: "write" })
    .input(EmptyTrashInput)
    .mutation(({ ctx, input }) => emptyTrash(ctx, input)),
});
