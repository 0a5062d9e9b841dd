import type { UserProfile } from "@clerk/nextjs";
import type { ComponentProps } from "react";

type Appearance = NonNullable<ComponentProps<typeof UserProfile>["appearance"]>;

/** Clerk's profile on our page itself, without its card, and without what has a tab of its own here. */
export const profileAppearance: Appearance = {
  elements: {
    rootBox: "w-full",
    cardBox:
      "w-full max-w-none h-auto overflow-visible rounded-none border-0 bg-transparent shadow-none",
    scrollBox: "rounded-none bg-transparent shadow-none",
    pageScrollBox: "p-0 md:pl-8",
    // The page has a heading; Clerk's own would be a second one.
    navbar: "bg-transparent bg-none p-0 border-0 md:w-44 md:max-w-44 [&_h1]:hidden [&_p]:hidden",
    navbarButton: "text-foreground",
    badge: "border-0 bg-secondary text-secondary-foreground",
    profileSectionPrimaryButton: "text-primary-ink",
    navbarMobileMenuRow: "bg-transparent px-0",
    // Devices are a tab; leaving is one too, with days to think it over.
    profileSection__activeDevices: "hidden",
    profileSection__danger: "hidden",
    footer: "hidden",
  },
};
