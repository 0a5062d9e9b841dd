import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VideoId } from "~/server/videos/schema";
import { isAbsent } from "~/trpc/absent";
import { getApi, requireViewer } from "~/trpc/server";
import { VideoScreen } from "./video-screen";

export const metadata: Metadata = { title: "Video" };

type Props = { params: Promise<{ videoId: string }> };

export default async function VideoPage({ params }: Props) {
  const { videoId } = await params;
  await requireViewer(`/videos/${encodeURIComponent(videoId)}`);
  if (!VideoId.safeParse({ videoId }).success) notFound();
  const video = await getVideo(videoId);
  return <VideoScreen initial={video} />;
}

async function getVideo(videoId: string) {
  const api = await getApi();
  try {
    return await api.videos.get({ videoId });
  } catch (error) {
    if (isAbsent(error)) notFound();
    throw error;
  }
}
