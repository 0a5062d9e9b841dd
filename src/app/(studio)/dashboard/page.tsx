import type { Metadata } from "next";
import { getApi, requireViewer } from "~/trpc/server";
import { Composer } from "./composer/composer";
import { NowMaking } from "./now-making";
import { RecentVideos } from "./recent-videos";

export const metadata: Metadata = { title: "Create" };

type Props = { searchParams: Promise<{ from?: string; prompt?: string }> };

export default async function DashboardPage({ searchParams }: Props) {
  const viewer = await requireViewer("/dashboard");
  const { from, prompt } = await searchParams;
  const api = await getApi();
  const [models, account, origin] = await Promise.all([
    api.videos.models(),
    api.account.me(),
    from ? api.videos.get({ videoId: from }).catch(() => null) : null,
  ]);
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 lg:py-12">
      <h1 className="mb-6 text-xl font-semibold text-balance">What should we make?</h1>
      <Composer
        viewerId={viewer.id}
        models={models}
        entitlements={account.entitlements}
        start={origin ? origin.recipe : prompt ? { prompt } : null}
      />
      <NowMaking />
      <RecentVideos />
    </div>
  );
}
