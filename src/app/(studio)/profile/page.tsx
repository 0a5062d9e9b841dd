import type { Metadata } from "next";
import { requireViewer } from "~/trpc/server";
import { ClerkProfile } from "./clerk-profile";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  await requireViewer("/profile");
  return <ClerkProfile />;
}
