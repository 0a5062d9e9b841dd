import type { Metadata } from "next";
import { requireViewer } from "~/trpc/server";
import { Gallery } from "./gallery";

export const metadata: Metadata = { title: "Videos" };

export default async function VideosPage() {
  await requireViewer("/videos");
  return (
    <div className="mx-auto w-full max-w-7xl px-4 py-8 sm:px-6 lg:py-12">
      <Gallery />
    </div>
  );
}
