import { premiumProcedure, router } from "~/server/api/procedures";
import {
  BatchId,
  CreateBatchInput,
  ListBatchesInput,
  ListBatchRowsInput,
  PlanBatchInput,
} from "./schema";
import {
  cancelBatch,
  createBatch,
  getBatch,
  listBatches,
  listBatchRows,
  pauseBatch,
  planBatch,
  resumeBatch,
} from "./service";

export const batchesRouter = router({
  // Changes nothing; a mutation because a thousand rows do not fit a URL.
  plan: premiumProcedure
    .meta({ limit: "read" })
    .input(PlanBatchInput)
    .mutation(({ ctx, input }) => planBatch(ctx, input)),
  create: premiumProcedure
    .meta({ limit: "batches.create" })
    .input(CreateBatchInput)
    .mutation(({ ctx, input }) => createBatch(ctx, input)),
  get: premiumProcedure
    .meta({ limit: "read" })
    .input(BatchId)
    .query(({ ctx, input }) => getBatch(ctx, input)),
  list: premiumProcedure
    .meta({ limit: "read" })
    .input(ListBatchesInput)
    .query(({ ctx, input }) => listBatches(ctx, input)),
  rows: premiumProcedure
    .meta({ limit: "read" })
    .input(ListBatchRowsInput)
    .query(({ ctx, input }) => listBatchRows(ctx, input)),
  pause: premiumProcedure
    .meta({ limit: "write" })
    .input(BatchId)
    .mutation(({ ctx, input }) => pauseBatch(ctx, input)),
  resume: premiumProcedure
    .meta({ limit: "write" })
    .input(BatchId)
    .mutation(({ ctx, input }) => resumeBatch(ctx, input)),
  cancel: premiumProcedure
    .meta({ limit: "write" })
    .input(BatchId)
    .mutation(({ ctx, input }) => cancelBatch(ctx, input)),
});
