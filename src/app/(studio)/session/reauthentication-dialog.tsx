"use client";

import { Dialog } from "@base-ui/react/dialog";
import { SignIn } from "@clerk/nextjs";
import { useRef, useState } from "react";
import { authFormAppearance } from "~/components/identity/appearance";
import { Skeleton } from "~/components/ui/skeleton";
import { useSessionHealth } from "~/trpc/use-session-health";
import { signInPath } from "./sign-in-path";

// The dialog has a title, so that each step's is a smaller one. Somebody new has no page here to go on with.
const appearance = {
  ...authFormAppearance,
  elements: {
    ...authFormAppearance.elements,
    headerTitle: "text-base font-semibold text-foreground",
    headerSubtitle: "hidden",
    footer: "hidden",
  },
};

/**
 * The sign-in has ended while somebody works: the form comes over the page, which stays as it is, and
 * what was to be sent goes on afterwards. What was on the page is veiled meanwhile.
 */
export function ReauthenticationDialog({ email }: { email: string }) {
  const { waiting } = useSessionHealth();
  // Until Clerk's form is there: else Enter would be on the way out.
  const popup = useRef<HTMLDivElement>(null);
  const [here] = useState(() => window.location.pathname + window.location.search);
  return (
    <Dialog.Root open modal disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-60 bg-background/70 backdrop-blur-2xl transition-opacity duration-200 data-starting-style:opacity-0" />
        <Dialog.Popup
          ref={popup}
          initialFocus={popup}
          className="popup-motion fixed top-1/2 left-1/2 z-60 max-h-[calc(100dvh-2rem)] w-[min(26rem,calc(100vw-2rem))] -translate-1/2 overflow-y-auto rounded-lg border bg-popover p-6 text-popover-foreground shadow-overlay outline-none sm:p-8"
        >
          <Dialog.Title className="text-lg font-semibold">Sign in to go on</Dialog.Title>
          <Dialog.Description className="mt-2 mb-6 text-sm text-pretty text-muted-foreground">
            Your sign-in has ended. Everything on this page is as you left it
            {waiting > 0 ? `, and ${inWords(waiting)} then.` : "."}
          </Dialog.Description>
          <SignIn
            routing="hash"
            withSignUp={false}
            forceRedirectUrl={here}
            initialValues={{ emailAddress: email }}
            appearance={appearance}
            fallback={<Skeleton className="h-40" />}
          />
          <a
            href={signInPath()}
            className="mt-4 inline-block text-sm text-muted-foreground underline underline-offset-4 hover:text-foreground"
          >
            Leave this page instead
          </a>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function inWords(waiting: number): string {
  return waiting === 1 ? "one change is sent" : `${waiting} changes are sent`;
}
