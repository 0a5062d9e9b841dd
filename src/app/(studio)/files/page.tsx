import { Trash2 } from "lucide-react";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { buttonVariants } from "~/components/ui/button";
import { requireViewer } from "~/trpc/server";
import { UploadButton } from "../uploads/upload-button";
import { FilesBrowser } from "./files-browser";
import { FilesFrame } from "./files-frame";
import { LAYOUT_COOKIE, readLayout } from "./layout-cookie";
import { Storage } from "./storage";
import { Trash } from "./trash";

export const metadata: Metadata = { title: "Files" };

type Props = { searchParams: Promise<{ show?: string | string[] }> };

export default async function FilesPage({ searchParams }: Props) {
  await requireViewer("/files");
  const { show } = await searchParams;
  if (show === "trash") {
    return (
      <FilesFrame title="Trash">
        <Trash />
      </FilesFrame>
    );
  }
  const layout = readLayout((await cookies()).get(LAYOUT_COOKIE)?.value);
  return (
    <FilesFrame title="Files" action={<PageActions />}>
      <Storage />
      <FilesBrowser initialLayout={layout} />
    </FilesFrame>
  );
}

function PageActions() {
  return (
    <div className="flex items-center gap-2">
      <Link
        href="/files?show=trash"
        aria-label="Trash"
        title="Trash"
        className={buttonVariants({ variant: "ghost", size: "icon" })}
      >
        <Trash2 aria-hidden />
      </Link>
      <UploadButton />
    </div>
  );
}
