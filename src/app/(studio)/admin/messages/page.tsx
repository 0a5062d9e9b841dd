import type { Metadata } from "next";
import { requirePermittedViewer } from "~/trpc/server";
import { MessagesList } from "./messages-list";

export const metadata: Metadata = { title: "Messages" };

export default async function MessagesPage() {
  await requirePermittedViewer("/admin/messages", "moderation:write");
  return (
    <>
      <h1 className="mb-6 text-xl font-semibold">Messages</h1>
      <MessagesList />
    </>
  );
}
