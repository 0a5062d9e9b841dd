import type { Metadata } from "next";
import { Suspense } from "react";
import { hasTier } from "~/server/accounts/schema";
import { MODELS } from "~/server/platform/generators/models";
import { VideoId } from "~/server/videos/schema";
import { isAbsent } from "~/trpc/absent";
import { getApi, requireViewer } from "~/trpc/server";
import { LockedPage } from "../locked-page";
import { Example } from "./example";
import { readScenesPart, type ScenesDraft } from "./scenes-draft";
import { ScenesSkeleton } from "./scenes-skeleton";
import { ScenesStudio } from "./scenes-studio";

export const metadata: Metadata = { title: "Advanced generation" };

const PATH = "/premium/advanced-generation";

/** `from` is a video in scenes to make again. */
type Query = { from?: string | string[] };

export default async function AdvancedPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { from } = await searchParams;
  const video = VideoId.safeParse({ videoId: from });
  const query = video.success ? `?from=${video.data.videoId}` : "";
  const viewer = await requireViewer(`${PATH}${query}`);
  if (!hasTier(viewer, "premium")) return <Locked />;
  return (
    <>
      <h1 className="mb-6 text-xl font-semibold text-balance">Tell it in scenes</h1>
      <Suspense fallback={<ScenesSkeleton />}>
        <Beginning viewerId={viewer.id} videoId={video.data?.videoId ?? null} />
      </Suspense>
    </>
  );
}

function Locked() {
  const [card] = MODELS;
  return (
    <LockedPage
      title="Tell a video in scenes"
      benefits={[
        "Up to eight scenes in one video, each with words and a length of its own.",
        "Thirty seconds instead of fifteen, in 1080p.",
        "Change one scene, lock the seed, and all the others stay as they were.",
      ]}
    >
      {card ? <Example card={card} /> : null}
    </LockedPage>
  );
}

async function Beginning({ viewerId, videoId }: { viewerId: string; videoId: string | null }) {
  const api = await getApi();
  const [models, account, start] = await Promise.all([
    api.videos.models(),
    api.account.me(),
    videoId ? readStart(videoId) : null,
  ]);
  const card = models.find(({ maxScenes }) => (maxScenes ?? 1) > 1);
  if (!card) return <p className="text-sm">No model here tells a video in scenes.</p>;
  return (
    <ScenesStudio
      viewerId={viewerId}
      card={card}
      entitlements={account.entitlements}
      start={start}
    />
  );
}

async function readStart(videoId: string): Promise<Partial<ScenesDraft> | null> {
  const api = await getApi();
  const video = await api.videos.get({ videoId }).catch((error: unknown) => {
    if (isAbsent(error)) return null;
    throw error;
  });
  if (!video?.recipe.scenes) return null;
  const { scenes, prompt, ...recipe } = video.recipe;
  return readScenesPart({
    ...recipe,
    title: prompt,
    scenes: scenes.map((scene, place) => ({ ...scene, id: `scene-${place}` })),
  });
}
