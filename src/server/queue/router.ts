import { protectedProcedure, router } from "~/server/api/procedures";
import { readLanes, readPosition, readWaits } from "./service";

export const queueRouter = router({
  position: protectedProcedure.meta({ limit: "read" }).query(({ ctx }) => readPosition(ctx)),

  lanes: protectedProcedure.meta({ limit: "read" }).query(({ ctx }) => readLanes(ctx)),

  waits: protectedProcedure.meta({ limit: "read" }).query(({ ctx }) => readWaits(ctx)),
});
