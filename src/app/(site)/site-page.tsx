import type { ReactNode } from "react";
import { findViewer } from "~/trpc/server";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

/** The frame of every public page but the front page. It is there for nobody in particular and for members. */
export async function SitePage({ path, children }: { path: string; children: ReactNode }) {
  const isSignedIn = (await findViewer()) !== null;
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader isSignedIn={isSignedIn} path={path} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-7xl flex-1 px-4 pt-10 pb-20 outline-none md:px-8 md:pt-16 md:pb-28"
      >
        {children}
      </main>
      <SiteFooter isSignedIn={isSignedIn} />
    </div>
  );
}
