import { protectedProcedure, router } from "~/server/api/procedures";
import { CreateSignedUrlInput, RevokeSignedUrlsInput } from "./schema";
import { createSignedUrl, revokeSignedUrls } from "./service";

export const signedUrlsRouter = router({
  create: protectedProcedure
    .meta({ limit: "sign" })
    .input(CreateSignedUrlInput)
    .mutation(({ ctx, input }) => createSignedUrl(ctx, input)),
  revoke: protectedProcedure
    .meta({ limit: "write" })
    .input(RevokeSignedUrlsInput)
    .mutation(({ ctx, input }) => revokeSignedUrls(ctx, input)),
});
