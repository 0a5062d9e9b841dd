import type { Metadata } from "next";
import { Suspense } from "react";
import { hasTier } from "~/server/accounts/schema";
import { getApi, requireViewer } from "~/trpc/server";
import { BatchList } from "./batch-list";
import { LockedBatches } from "./locked-batches";
import { NewBatch } from "./new/new-batch";
import { NewBatchSkeleton } from "./new/new-batch-skeleton";

export const metadata: Metadata = { title: "Batches" };

export default async function BatchesPage() {
  const viewer = await requireViewer("/premium/batch-processing");
  if (!hasTier(viewer, "premium")) return <LockedBatches />;
  return (
    <div className="mx-auto max-w-4xl">
      <h1 className="mb-6 text-xl font-semibold text-balance">Many at once</h1>
      <Suspense fallback={<NewBatchSkeleton />}>
        <Beginning viewerId={viewer.id} />
      </Suspense>
      <BatchList />
    </div>
  );
}

async function Beginning({ viewerId }: { viewerId: string }) {
  const api = await getApi();
  const [[card], account] = await Promise.all([api.videos.models(), api.account.me()]);
  if (!card) return <p className="text-sm">No model here makes videos.</p>;
  return <NewBatch viewerId={viewerId} card={card} entitlements={account.entitlements} />;
}
