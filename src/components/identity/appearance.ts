import type { ClerkProvider } from "@clerk/nextjs";
import type { ComponentProps } from "react";

type Appearance = NonNullable<ComponentProps<typeof ClerkProvider>["appearance"]>;

/** Clerk's forms drawn with our tokens, so that they follow the theme without being drawn again. */
export const clerkAppearance: Appearance = {
  cssLayerName: "clerk",
  options: { unsafe_disableDevelopmentModeWarnings: true, logoPlacement: "none" },
  variables: {
    colorPrimary: "var(--primary)",
    colorPrimaryForeground: "var(--primary-foreground)",
    colorForeground: "var(--foreground)",
    colorMutedForeground: "var(--muted-foreground)",
    colorMuted: "var(--muted)",
    colorBackground: "var(--popover)",
    colorInput: "var(--card)",
    colorInputForeground: "var(--foreground)",
    colorNeutral: "var(--foreground)",
    colorDanger: "var(--destructive-ink)",
    colorSuccess: "var(--success-ink)",
    colorWarning: "var(--warning-ink)",
    colorBorder: "var(--border-strong)",
    colorRing: "var(--ring)",
    colorShimmer: "var(--secondary)",
    colorModalBackdrop: "var(--overlay)",
    fontFamily: "var(--font-sans)",
    fontSize: "0.875rem",
    borderRadius: "0.5rem",
  },
  elements: {
    formButtonPrimary:
      "touch-target h-10 bg-primary text-sm text-primary-foreground shadow-none after:hidden hover:bg-primary-hover",
    // The same name is given to the box that is ticked beside "Sign out of all other devices".
    formFieldInput:
      "border border-input text-base text-foreground shadow-none sm:text-sm not-[[type=checkbox]]:touch-target not-[[type=checkbox]]:h-10 not-[[type=checkbox]]:bg-card",
    otpCodeFieldInput: "touch-target border border-input bg-card shadow-none",
    footerActionLink: "text-primary-ink hover:text-primary-ink font-medium",
    formFieldAction: "text-primary-ink hover:text-primary-ink",
    formResendCodeLink: "text-primary-ink",
    identityPreviewEditButton: "text-primary-ink",
    backLink: "text-primary-ink",
    alternativeMethodsBlockButton:
      "touch-target h-10 border border-border-strong bg-card text-foreground shadow-none",
    userButtonPopoverCard: "border shadow-overlay",
    userButtonPopoverFooter: "hidden",
    userButtonTrigger: "size-10 justify-center rounded-full",
  },
};

/** The sign-in and sign-up forms stand on the page itself, without Clerk's card around them. */
export const authFormAppearance: Appearance = {
  elements: {
    rootBox: "w-full",
    cardBox: "w-full max-w-none overflow-visible border-0 bg-transparent shadow-none",
    card: "gap-6 overflow-visible border-0 bg-transparent p-0 shadow-none",
    header: "items-start gap-2 text-left *:items-start",
    headerTitle: "text-xl font-semibold text-foreground",
    headerSubtitle: "text-left text-muted-foreground",
    identityPreview: "mx-0 self-start border-0 bg-transparent p-0 shadow-none",
    otpCodeField: "items-stretch",
    footer: "bg-transparent bg-none p-0 mt-6",
    footerAction: "bg-transparent p-0 justify-start",
    // It would write to an address that the host of T2M may not have given.
    footerAction__havingTrouble: "hidden",
    footerPages: "hidden",
  },
};
