"use client";

import { Button } from "~/components/ui/button";
import { CopyButton } from "~/components/ui/copy-button";
import { Input } from "~/components/ui/input";
import type { CreatedShare } from "~/server/shares/schema";

type Props = { share: CreatedShare; onAnother: () => void };

/** The one time that a link is shown. */
export function NewLink({ share, onAnother }: Props) {
  return (
    <div className="mt-6 space-y-4">
      <div className="flex gap-2">
        <Input
          readOnly
          aria-label="The new link"
          value={share.url}
          className="font-mono"
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={share.url} label="Copy" withLabel variant="primary" size="md" autoFocus />
      </div>
      <p className="text-sm text-pretty text-muted-foreground">
        Copy it now: it is not shown again.
        {share.hasPassphrase ? " Tell the passphrase on another way than the link." : ""}
      </p>
      <Button variant="outline" onClick={onAnother}>
        Create another
      </Button>
    </div>
  );
}
