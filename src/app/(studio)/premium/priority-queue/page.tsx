import type { Metadata } from "next";
import { hasTier } from "~/server/accounts/schema";
import { requireViewer } from "~/trpc/server";
import { LockedPage } from "../locked-page";
import { QueueScreen } from "./queue-screen";
import { QueueView } from "./queue-view";
import { SAMPLE_LANES, SAMPLE_WAITS } from "./sample";

export const metadata: Metadata = { title: "Priority queue" };

export default async function PriorityQueuePage() {
  const viewer = await requireViewer("/premium/priority-queue");
  if (!hasTier(viewer, "premium")) {
    return (
      <LockedPage
        title="Four turns to one"
        benefits={[
          "While others wait too, four of your videos start for one of a free member.",
          "Three of your videos are made at the same time instead of one.",
          "You see the whole line live, where you stand, and when you start.",
        ]}
      >
        <QueueView lanes={SAMPLE_LANES} waits={SAMPLE_WAITS} />
      </LockedPage>
    );
  }
  return (
    <>
      <h1 className="mb-2 text-xl font-semibold text-balance">Priority queue</h1>
      <p className="mb-6 max-w-2xl text-sm text-muted-foreground">
        Your turn comes four times as often as a free member’s. Of any one person at most two videos
        start before your next one, whatever they have waiting.
      </p>
      <QueueScreen />
    </>
  );
}
