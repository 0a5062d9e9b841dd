"use client";

import { Check, Reply, Undo2 } from "lucide-react";
import Link from "next/link";
import { toast } from "sonner";
import { RelativeTime } from "~/components/media/relative-time";
import { toastProblem } from "~/components/shell/problem-toast";
import { Badge } from "~/components/ui/badge";
import { Button, buttonVariants } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { MessageView } from "~/server/admin/schema";
import { api } from "~/trpc/react";

/** One message: who wrote, what, and whether somebody has dealt with it. */
export function MessageCard({ message }: { message: MessageView }) {
  const { id: messageId, name, email, userId, handledAt } = message;
  const utils = api.useUtils();
  const handle = api.admin.messages.handle.useMutation({
    onSuccess: async (_, { isHandled }) => {
      await utils.admin.messages.invalidate();
      if (!isHandled) return;
      const onClick = () => handle.mutate({ messageId, isHandled: false });
      toast("Dealt with.", { action: { label: "Undo", onClick }, duration: 10_000 });
    },
    onError: toastProblem,
  });
  return (
    <li>
      <Card className="p-5">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h2 className="font-medium wrap-anywhere">{name}</h2>
          <span className="text-sm break-all text-muted-foreground">{email}</span>
          {userId ? (
            <Link href={`/admin/users/${userId}`} className="text-sm text-primary-ink">
              Their account
            </Link>
          ) : null}
          <span className="ml-auto text-xs text-muted-foreground">
            <RelativeTime iso={message.createdAt} />
          </span>
        </div>
        <p className="mt-3 max-w-prose text-sm wrap-anywhere whitespace-pre-wrap">
          {message.message}
        </p>
        <div className="mt-4 flex flex-wrap items-center gap-2">
          {handledAt ? (
            <>
              <Badge variant="success">
                <Check aria-hidden /> Dealt with <RelativeTime iso={handledAt} />
              </Badge>
              <Button
                variant="ghost"
                size="sm"
                pending={handle.isPending}
                onClick={() => handle.mutate({ messageId, isHandled: false })}
              >
                <Undo2 aria-hidden /> Open again
              </Button>
            </>
          ) : (
            <>
              <Button
                size="sm"
                variant="secondary"
                pending={handle.isPending}
                onClick={() => handle.mutate({ messageId, isHandled: true })}
              >
                <Check aria-hidden /> Mark as dealt with
              </Button>
              <a
                href={`mailto:${encodeURIComponent(email)}`}
                className={buttonVariants({ variant: "ghost", size: "sm" })}
              >
                <Reply aria-hidden /> Answer by e-mail
              </a>
            </>
          )}
        </div>
      </Card>
    </li>
  );
}
