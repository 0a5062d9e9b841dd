import "@fontsource-variable/inter/wght.css";
import "./globals.css";

import { ClerkProvider } from "@clerk/nextjs";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { clerkAppearance } from "~/components/identity/appearance";
import { SkipLink } from "~/components/shell/skip-link";
import { ThemeProvider } from "~/components/theme/theme-provider";
import { env } from "~/env";

export const metadata: Metadata = {
  title: { default: "T2M: text to media", template: "%s · T2M" },
  description:
    "Write a sentence, watch it become a video, play it, keep it. Hosted by yourself, without a key or a graphics card.",
  applicationName: "T2M",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0d10" },
  ],
  viewportFit: "cover",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Before `env()`: one build serves every instance, so nothing of it may be rendered while building.
  await connection();
  const { CLERK_PUBLISHABLE_KEY, CLERK_PROXY_URL } = env();
  const nonce = (await headers()).get("x-nonce");
  return (
    <html lang="en" suppressHydrationWarning>
      <body className="min-h-dvh">
        <ClerkProvider
          publishableKey={CLERK_PUBLISHABLE_KEY}
          {...(CLERK_PROXY_URL ? { proxyUrl: CLERK_PROXY_URL } : {})}
          {...(nonce ? { nonce } : {})}
          signInUrl="/sign-in"
          signUpUrl="/sign-up"
          signInFallbackRedirectUrl="/dashboard"
          signUpFallbackRedirectUrl="/onboarding"
          afterSignOutUrl="/"
          telemetry={false}
          appearance={clerkAppearance}
        >
          <ThemeProvider nonce={nonce}>
            <SkipLink />
            {children}
          </ThemeProvider>
        </ClerkProvider>
      </body>
    </html>
  );
}
