import { protectedProcedure, publicProcedure, router } from "~/server/api/procedures";
import { CreateShareInput, ListSharesInput, OpenShareInput, ShareId, ShareToken } from "./schema";
import { createShare, describeShare, listShares, openShare, revokeShare } from "./service";

export const sharesRouter = router({
  create: protectedProcedure
    .meta({ limit: "write" })
    .input(CreateShareInput)
    .mutation(({ ctx, input }) => createShare(ctx, input)),

  list: protectedProcedure
    .meta({ limit: "read" })
    .input(ListSharesInput)
    .query(({ ctx, input }) => listShares(ctx, input)),

  revoke: protectedProcedure
    .meta({ limit: "write" })
    .input(ShareId)
    .mutation(({ ctx, input }) => revokeShare(ctx, input)),

  // Asked by POST, though it changes nothing: a token in an address would stand in logs.
  describe: publicProcedure
    .meta({ limit: "shares.open" })
    .input(ShareToken)
    .mutation(({ ctx, input }) => describeShare(ctx, input)),

  open: publicProcedure
    .meta({ limit: "shares.open" })
    .input(OpenShareInput)
    .mutation(({ ctx, input }) => openShare(ctx, input)),
});
