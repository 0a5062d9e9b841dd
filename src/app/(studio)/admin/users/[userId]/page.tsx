import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UserInput } from "~/server/admin/schema";
import { isAbsent } from "~/trpc/absent";
import { getApi, requirePermittedViewer } from "~/trpc/server";
import { UserScreen } from "./user-screen";

export const metadata: Metadata = { title: "Person" };

type Props = { params: Promise<{ userId: string }> };

export default async function UserPage({ params }: Props) {
  const { userId } = await params;
  const viewer = await requirePermittedViewer(
    `/admin/users/${encodeURIComponent(userId)}`,
    "users:read",
  );
  if (!UserInput.safeParse({ userId }).success) notFound();
  const api = await getApi();
  const details = await api.admin.users.get({ userId }).catch((error: unknown) => {
    if (isAbsent(error)) notFound();
    throw error;
  });
  return <UserScreen initialDetails={details} viewer={viewer} />;
}
