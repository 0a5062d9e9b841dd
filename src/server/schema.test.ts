import { expect, test } from "vitest";
import { RevokeSessionInput } from "./accounts/schema";
import {
  ForceFailInput,
  ListAuditInput,
  ListStaffJobsInput,
  ListUsersInput,
  SuspendUserInput,
  UserInput,
} from "./admin/schema";
import { CreateBatchInput } from "./batches/schema";

const id = "01990000-0000-7000-8000-000000000000";

test.each([
  ["a search for people", ListUsersInput, (text: string) => ({ search: text })],
  ["a search for acts", ListAuditInput, (text: string) => ({ actor: text })],
  ["a search for jobs", ListStaffJobsInput, (text: string) => ({ owner: text })],
  ["somebody's id", UserInput, (text: string) => ({ userId: text })],
  [
    "why somebody is suspended",
    SuspendUserInput,
    (text: string) => ({ userId: "user_1", isSuspended: true, reason: text }),
  ],
  ["why a job is ended", ForceFailInput, (text: string) => ({ jobId: id, reason: text })],
  ["a session's id", RevokeSessionInput, (text: string) => ({ sessionId: text })],
  [
    "the name of a batch",
    CreateBatchInput,
    (text: string) => ({ name: text, rows: [{}], idempotencyKey: id }),
  ],
])("What Postgres cannot keep is refused as %s", (_what, schema, input) => {
  expect(schema.safeParse(input("plain 🦊")).success).toBe(true);
  expect(schema.safeParse(input("a\0b")).success).toBe(false);
  expect(schema.safeParse(input("a\ud800b")).success).toBe(false);
});
