import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestStack, type TestStack } from "../../../tests/support/stack";
import { forgetOldWebhooks } from "./service";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

test("A webhook is remembered for thirty days, and a deletion for good", async () => {
  const { db } = stack.adapters;
  const now = new Date("2026-06-30T12:00:00Z");
  await db.webhookDelivery.createMany({
    data: [
      { id: "old", type: "user.updated", receivedAt: new Date("2026-05-31T11:59:59Z") },
      { id: "young", type: "user.updated", receivedAt: new Date("2026-05-31T12:00:01Z") },
      { id: "gone", type: "user.deleted", receivedAt: new Date("2026-01-01T00:00:00Z") },
    ],
  });
  await forgetOldWebhooks(stack.adapters, now);
  const kept = await db.webhookDelivery.findMany({ orderBy: { id: "asc" } });
  expect(kept.map(({ id }) => id)).toEqual(["gone", "young"]);
});
