import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { VideoId } from "~/server/videos/schema";
import { isAbsent } from "~/trpc/absent";
import { findViewer, getApi, requireViewer } from "~/trpc/server";
import { VideoScreen } from "./video-screen";

type Props = { params: Promise<{ videoId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { videoId } = await params;
  if (!VideoId.safeParse({ videoId }).success) return { title: "Video" };
  const viewer = await findViewer();
  if (!viewer || viewer.isSuspended) return { title: "Video" };
  return { title: [...(await getVideo(videoId)).prompt].slice(0, 60).join("") };
}

export default async function VideoPage({ params }: Props) {
  const { videoId } = await params;
  await requireViewer(`/videos/${encodeURIComponent(videoId)}`);
  if (!VideoId.safeParse({ videoId }).success) notFound();
  const video = await getVideo(videoId);
  return <VideoScreen initial={video} />;
}

const getVideo = cache(async (videoId: string) => {
  const api = await getApi();
  try {
    return await api.videos.get({ videoId });
  } catch (error) {
    if (isAbsent(error)) notFound();
    throw error;
  }
});
