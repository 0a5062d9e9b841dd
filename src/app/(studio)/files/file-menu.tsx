"use client";

import { Clapperboard, Download, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "~/components/ui/dropdown-menu";
import type { FileView } from "~/server/files/schema";
import { RenameDialog } from "./rename-dialog";
import { useFileActions } from "./use-file-actions";

/** What can be done with a file. */
export function FileMenu({ file }: { file: FileView }) {
  const [isNaming, setNaming] = useState(false);
  const router = useRouter();
  const { download, remove } = useFileActions(file);
  const { videoId } = file;
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger
          render={<Button variant="ghost" size="icon-sm" pending={remove.isPending} />}
          aria-label={`Actions for ${file.filename}`}
        >
          <Ellipsis aria-hidden />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {videoId ? (
            <DropdownMenuItem onClick={() => router.push(`/videos/${videoId}`)}>
              <Clapperboard aria-hidden /> Go to the video
            </DropdownMenuItem>
          ) : null}
          <DropdownMenuItem onClick={download.start}>
            <Download aria-hidden /> Download
          </DropdownMenuItem>
          <DropdownMenuItem onClick={() => setNaming(true)}>
            <Pencil aria-hidden /> Rename
          </DropdownMenuItem>
          <DropdownMenuItem onClick={remove.start}>
            <Trash2 aria-hidden /> Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <RenameDialog file={file} isOpen={isNaming} onClose={() => setNaming(false)} />
    </>
  );
}
