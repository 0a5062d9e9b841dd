import { protectedProcedure, router } from "~/server/api/procedures";
import { finishOnboarding, getOnboarding, saveOnboarding } from "./onboarding";
import { SaveOnboardingInput } from "./schema";
import { getAccount } from "./service";

export const accountRouter = router({
  me: protectedProcedure.meta({ limit: "read" }).query(({ ctx }) => getAccount(ctx)),

  onboarding: protectedProcedure.meta({ limit: "read" }).query(({ ctx }) => getOnboarding(ctx)),

  saveOnboarding: protectedProcedure
    .meta({ limit: "write" })
    .input(SaveOnboardingInput)
    .mutation(({ ctx, input }) => saveOnboarding(ctx, input)),

  finishOnboarding: protectedProcedure
    .meta({ limit: "write" })
    .mutation(({ ctx }) => finishOnboarding(ctx)),
});
