import { protectedProcedure, router } from "~/server/api/procedures";
import { getAccount } from "./service";

export const accountRouter = router({
  me: protectedProcedure.meta({ limit: "read" }).query(({ ctx }) => getAccount(ctx)),
});
