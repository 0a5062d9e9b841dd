import { cookies } from "next/headers";
import Link from "next/link";
import type { ReactNode } from "react";
import { LogoMark } from "~/components/brand/logo";
import { ThemeMenu } from "~/components/theme/theme-menu";
import type { Viewer } from "~/server/accounts/schema";
import { AccountButton } from "./account-button";
import { BottomBar } from "./bottom-bar";
import { OfflineBanner } from "./offline-banner";
import { Rail } from "./rail";
import { RAIL_COOKIE } from "./rail-cookie";

export type ShellProps = {
  viewer: Viewer;
  /** What runs now and whether the page is live: top right on every page. */
  activity?: ReactNode;
  children: ReactNode;
};

/** The frame around every signed-in page: rail, top bar, offline banner, a phone's bottom bar. */
export async function Shell({ viewer, activity, children }: ShellProps) {
  const expanded = (await cookies()).get(RAIL_COOKIE)?.value === "wide";
  return (
    <div className="flex min-h-dvh">
      <Rail
        initiallyExpanded={expanded}
        viewer={viewer}
        theme={<ThemeMenu side="right" align="end" />}
        account={<AccountButton />}
      />
      <div className="flex min-w-0 flex-1 flex-col">
        <OfflineBanner />
        <header className="sticky top-0 z-30 flex h-16 items-center gap-2 bg-background/85 px-4 backdrop-blur-md md:px-8">
          <Link href="/dashboard" aria-label="T2M, to Create" className="rounded-sm md:hidden">
            <LogoMark />
          </Link>
          <div className="ml-auto flex items-center gap-2">
            {activity}
            <div className="flex items-center md:hidden">
              <ThemeMenu />
              <AccountButton />
            </div>
          </div>
        </header>
        <main id="main" tabIndex={-1} className="flex-1 pb-20 outline-none md:pb-0">
          {children}
        </main>
      </div>
      <BottomBar viewer={viewer} />
    </div>
  );
}
