"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Share2, X } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import type { CreatedShare } from "~/server/shares/schema";
import type { VideoView } from "~/server/videos/schema";
import { NewLink } from "./new-link";
import { ShareForm } from "./share-form";
import { ShareList } from "./share-list";

/** Makes links to a video for people without an account, and takes them back. */
export function ShareDialog({ video }: { video: VideoView }) {
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<CreatedShare | null>(null);
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={setOpen}
      onOpenChangeComplete={(open) => open || setMade(null)}
    >
      <Dialog.Trigger
        render={
          <Button variant="outline">
            <Share2 aria-hidden /> Share
          </Button>
        }
      />
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-overlay transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="popup-motion fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] -translate-1/2 overflow-y-auto rounded-lg border bg-popover p-6 text-popover-foreground shadow-overlay outline-none">
          <div className="flex items-start justify-between gap-4">
            <div>
              <Dialog.Title className="text-lg font-semibold">Share this video</Dialog.Title>
              <Dialog.Description className="mt-1 text-sm text-pretty text-muted-foreground">
                Whoever has the link can watch, without an account.
              </Dialog.Description>
            </div>
            <Dialog.Close
              render={
                <Button variant="ghost" size="icon-sm" aria-label="Close">
                  <X aria-hidden />
                </Button>
              }
            />
          </div>
          {made ? (
            <NewLink share={made} onAnother={() => setMade(null)} />
          ) : (
            <ShareForm videoId={video.id} onMade={setMade} />
          )}
          <ShareList videoId={video.id} newestId={made?.id ?? null} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
