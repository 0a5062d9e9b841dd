import type { Metadata } from "next";
import { requirePermittedViewer } from "~/trpc/server";
import { UsersList } from "./users-list";

export const metadata: Metadata = { title: "People" };

export default async function UsersPage() {
  const viewer = await requirePermittedViewer("/admin/users", "users:read");
  return (
    <>
      <h1 className="mb-6 text-xl font-semibold">People</h1>
      <UsersList viewer={viewer} />
    </>
  );
}
