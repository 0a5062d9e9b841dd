import { adminProcedure, router } from "~/server/api/procedures";
import { analyticsRouter } from "./analytics/router";
import {
  ForceFailInput,
  HandleMessageInput,
  ListAuditInput,
  ListMessagesInput,
  ListStaffJobsInput,
  ListUsersInput,
  RequeueInput,
  SuspendUserInput,
  UpdateUserInput,
  UserInput,
} from "./schema";
import {
  forceFail,
  getUser,
  handleMessage,
  listAudit,
  listMessages,
  listStaffJobs,
  listUsers,
  requeue,
  summarizeJobs,
  summarizeUsers,
  suspendUser,
  updateUser,
} from "./service";
import { systemRouter } from "./system/router";

const usersRouter = router({
  list: adminProcedure
    .meta({ permission: "users:read", limit: "read" })
    .input(ListUsersInput)
    .query(({ ctx, input }) => listUsers(ctx, input)),

  summary: adminProcedure
    .meta({ permission: "users:read", limit: "read" })
    .query(({ ctx }) => summarizeUsers(ctx)),

  get: adminProcedure
    .meta({ permission: "users:read", limit: "read" })
    .input(UserInput)
    .query(({ ctx, input }) => getUser(ctx, input)),

  update: adminProcedure
    .meta({ permission: "users:write", limit: "write" })
    .input(UpdateUserInput)
    .mutation(({ ctx, input }) => updateUser(ctx, input)),

  suspend: adminProcedure
    .meta({ permission: "users:write", limit: "write" })
    .input(SuspendUserInput)
    .mutation(({ ctx, input }) => suspendUser(ctx, input)),
});

const jobsRouter = router({
  list: adminProcedure
    .meta({ permission: "jobs:manage", limit: "read" })
    .input(ListStaffJobsInput)
    .query(({ ctx, input }) => listStaffJobs(ctx, input)),

  summary: adminProcedure
    .meta({ permission: "jobs:manage", limit: "read" })
    .query(({ ctx }) => summarizeJobs(ctx)),

  forceFail: adminProcedure
    .meta({ permission: "jobs:manage", limit: "write" })
    .input(ForceFailInput)
    .mutation(({ ctx, input }) => forceFail(ctx, input)),

  requeue: adminProcedure
    .meta({ permission: "jobs:manage", limit: "write" })
    .input(RequeueInput)
    .mutation(({ ctx, input }) => requeue(ctx, input)),
});

const auditRouter = router({
  list: adminProcedure
    .meta({ permission: "audit:read", limit: "read" })
    .input(ListAuditInput)
    .query(({ ctx, input }) => listAudit(ctx, input)),
});

const messagesRouter = router({
  list: adminProcedure
    .meta({ permission: "moderation:write", limit: "read" })
    .input(ListMessagesInput)
    .query(({ ctx, input }) => listMessages(ctx, input)),

  handle: adminProcedure
    .meta({ permission: "moderation:write", limit: "write" })
    .input(HandleMessageInput)
    .mutation(({ ctx, input }) => handleMessage(ctx, input)),
});

export const adminRouter = router({
  users: usersRouter,
  jobs: jobsRouter,
  audit: auditRouter,
  messages: messagesRouter,
  system: systemRouter,
  analytics: analyticsRouter,
});
