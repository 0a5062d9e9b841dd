import { protectedProcedure, router } from "~/server/api/procedures";
import { reportActivity } from "./activity";
import { cancelDeletion, requestDeletion } from "./deletion";
import { listSessions, revokeOtherSessions, revokeSession } from "./devices";
import { exportData } from "./export/export-data";
import { finishOnboarding, getOnboarding, saveOnboarding } from "./onboarding";
import { updatePreferences } from "./preferences";
import {
  RequestDeletionInput,
  RevokeSessionInput,
  SaveOnboardingInput,
  UpdatePreferencesInput,
} from "./schema";
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

  updatePreferences: protectedProcedure
    .meta({ limit: "write" })
    .input(UpdatePreferencesInput)
    .mutation(({ ctx, input }) => updatePreferences(ctx, input)),

  sessions: protectedProcedure.meta({ limit: "read" }).query(({ ctx }) => listSessions(ctx)),

  revokeSession: protectedProcedure
    .meta({ limit: "write" })
    .input(RevokeSessionInput)
    .mutation(({ ctx, input }) => revokeSession(ctx, input)),

  revokeOtherSessions: protectedProcedure
    .meta({ limit: "write" })
    .mutation(({ ctx }) => revokeOtherSessions(ctx)),

  requestDeletion: protectedProcedure
    .meta({ limit: "write" })
    .input(RequestDeletionInput)
    .mutation(({ ctx, input }) => requestDeletion(ctx, input)),

  cancelDeletion: protectedProcedure
    .meta({ limit: "write" })
    .mutation(({ ctx }) => cancelDeletion(ctx)),

  exportData: protectedProcedure
    .meta({ limit: "account.export" })
    .mutation(({ ctx }) => exportData(ctx)),

  reportActivity: protectedProcedure
    .meta({ limit: "activity" })
    .mutation(({ ctx }) => reportActivity(ctx)),
});
