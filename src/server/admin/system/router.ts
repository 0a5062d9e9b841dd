import { adminProcedure, router } from "~/server/api/procedures";
import { translateStream } from "~/server/api/translated-stream";
import { consultDoctor, getSystem, showWhoAmI } from "./service";

export const systemRouter = router({
  get: adminProcedure
    .meta({ permission: "system:read", limit: "read" })
    .query(({ ctx }) => getSystem(ctx)),

  whoAmI: adminProcedure
    .meta({ permission: "system:read", limit: "read" })
    .query(({ ctx }) => showWhoAmI(ctx)),

  doctor: adminProcedure
    .meta({ permission: "system:read", limit: "doctor" })
    .subscription(({ ctx, signal, path }) =>
      translateStream(consultDoctor(ctx, signal), { ctx, path, type: "subscription" }),
    ),
});
