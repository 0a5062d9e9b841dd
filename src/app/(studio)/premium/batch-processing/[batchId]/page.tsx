import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasTier } from "~/server/accounts/schema";
import { BatchId } from "~/server/batches/schema";
import { isAbsent } from "~/trpc/absent";
import { getApi, requireViewer } from "~/trpc/server";
import { LockedBatches } from "../locked-batches";
import { BatchScreen } from "./batch-screen";

export const metadata: Metadata = { title: "Batch" };

export default async function BatchPage({ params }: { params: Promise<{ batchId: string }> }) {
  const { batchId } = await params;
  const viewer = await requireViewer(`/premium/batch-processing/${encodeURIComponent(batchId)}`);
  if (!hasTier(viewer, "premium")) return <LockedBatches />;
  if (!BatchId.safeParse({ batchId }).success) notFound();
  return <BatchScreen initial={await getBatch(batchId)} />;
}

async function getBatch(batchId: string) {
  const api = await getApi();
  try {
    return await api.batches.get({ batchId });
  } catch (error) {
    if (isAbsent(error)) notFound();
    throw error;
  }
}
