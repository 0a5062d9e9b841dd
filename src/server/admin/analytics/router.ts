import { adminProcedure, router } from "~/server/api/procedures";
import { GetAnalyticsInput } from "./schema";
import { getAnalytics } from "./service";

export const analyticsRouter = router({
  get: adminProcedure
    .meta({ permission: "analytics:read", limit: "read" })
    .input(GetAnalyticsInput)
    .query(({ ctx, input }) => getAnalytics(ctx, input)),
});
