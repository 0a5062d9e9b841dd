"use client";

import { usePathname } from "next/navigation";

/** The account's tab is Clerk's own page, with a heading of its own: there this is no second one. */
export function ProfileTitle() {
  const Title = usePathname() === "/profile" ? "p" : "h1";
  return <Title className="mb-6 text-xl font-semibold">Profile</Title>;
}
