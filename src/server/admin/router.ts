import { adminProcedure, router } from "~/server/api/procedures";
import { ListAuditInput } from "./schema";
import { listAudit } from "./service";

const auditRouter = router({
  list: adminProcedure
    .meta({ permission: "audit:read", limit: "read" })
    .input(ListAuditInput)
    .query(({ ctx, input }) => listAudit(ctx, input)),
});

// Each area of the room has its own folder; `system/router.ts` and `analytics/router.ts` join here.
export const adminRouter = router({
  audit: auditRouter,
});
