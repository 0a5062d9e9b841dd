import type { Metadata } from "next";
import { Suspense } from "react";
import { VideoId } from "~/server/videos/schema";
import { isAbsent } from "~/trpc/absent";
import { getApi, requireViewer } from "~/trpc/server";
import { Composer } from "./composer/composer";
import { ComposerSkeleton } from "./composer/composer-skeleton";
import { type Draft, readDraftPart } from "./composer/draft";
import { NowMaking } from "./now-making";
import { RecentVideos } from "./recent-videos";

export const metadata: Metadata = { title: "Create" };

/** `prompt` is an idea, `from` a video to make again; a query can name anything more than once. */
type Query = Record<string, string | string[] | undefined>;

export default async function DashboardPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await requireViewer(`/dashboard${search(query)}`);
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 lg:py-12">
      <h1 className="mb-6 text-xl font-semibold text-balance">What should we make?</h1>
      <Suspense fallback={<ComposerSkeleton />}>
        <Beginning viewerId={viewer.id} query={query} />
      </Suspense>
      <NowMaking />
      <RecentVideos />
    </div>
  );
}

async function Beginning({ viewerId, query }: { viewerId: string; query: Query }) {
  const api = await getApi();
  const [models, account, start] = await Promise.all([
    api.videos.models(),
    api.account.me(),
    readStart(query),
  ]);
  return (
    <Composer
      viewerId={viewerId}
      models={models}
      entitlements={account.entitlements}
      start={start}
      preferred={readDraftPart(account.preferences)}
    />
  );
}

async function readStart({ from, prompt }: Query): Promise<Partial<Draft> | null> {
  const isVideo = VideoId.safeParse({ videoId: from });
  if (isVideo.success) {
    const api = await getApi();
    const video = await api.videos.get(isVideo.data).catch((error: unknown) => {
      if (isAbsent(error)) return null;
      throw error;
    });
    if (video) return readDraftPart(video.recipe);
  }
  return typeof prompt === "string" && prompt !== "" ? readDraftPart({ prompt }) : null;
}

function search({ from, prompt }: Query): string {
  const kept = Object.entries({ from, prompt }).filter(([, value]) => typeof value === "string");
  return kept.length > 0 ? `?${new URLSearchParams(kept as [string, string][])}` : "";
}
