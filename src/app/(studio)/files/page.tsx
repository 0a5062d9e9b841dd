import type { Metadata } from "next";
import { requireViewer } from "~/trpc/server";
import { FilesList } from "./files-list";
import { Storage } from "./storage";

export const metadata: Metadata = { title: "Files" };

export default async function FilesPage() {
  await requireViewer("/files");
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 lg:py-12">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-xl font-semibold">Files</h1>
        <Storage />
      </div>
      <FilesList />
    </div>
  );
}
