import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { isAbsent } from "~/trpc/absent";
import { TRPCReactProvider } from "~/trpc/react";
import { getApi } from "~/trpc/server";
import { ShareFrame } from "./share-frame";
import { ShareScreen } from "./share-screen";

type Props = { params: Promise<{ token: string }> };

/** A title only where everybody with the link may see it anyway; and no search engine has the link. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const preview = await describeLink((await params).token);
  const common: Metadata = {
    title: "A shared video",
    description: null,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
  if (preview.state !== "open") return common;
  const title = [...preview.title].slice(0, 70).join("");
  return { ...common, title, openGraph: { title, type: "video.other", siteName: "T2M" } };
}

/** For whoever has the link. It counts nobody: that the browser does, which a preview bot is not. */
export default async function SharePage({ params }: Props) {
  const { token } = await params;
  const preview = await describeLink(token);
  return (
    <TRPCReactProvider>
      <ShareFrame>
        <ShareScreen token={token} preview={preview} />
      </ShareFrame>
    </TRPCReactProvider>
  );
}

const describeLink = cache(async (token: string) => {
  const api = await getApi();
  try {
    return await api.shares.describe({ token });
  } catch (error) {
    if (isAbsent(error)) notFound();
    throw error;
  }
});
