"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Logo, LogoMark } from "~/components/brand/logo";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { Tooltip } from "~/components/ui/tooltip";
import type { Viewer } from "~/server/accounts/schema";
import { isCurrent, navItemsFor } from "./nav-items";
import { rememberRail } from "./rail-cookie";

export type RailProps = {
  initiallyExpanded: boolean;
  viewer: Pick<Viewer, "role" | "permissions">;
  account: ReactNode;
  theme: ReactNode;
};

export function Rail({ initiallyExpanded, viewer, account, theme }: RailProps) {
  const pathname = usePathname();
  const [expanded, setExpanded] = useState(initiallyExpanded);
  function toggle() {
    setExpanded(!expanded);
    rememberRail(!expanded);
  }
  const Icon = expanded ? PanelLeftClose : PanelLeftOpen;
  const toggleName = expanded ? "Narrow the menu" : "Widen the menu";
  return (
    <aside
      className={cn(
        "sticky top-0 hidden h-dvh shrink-0 flex-col border-r bg-card transition-[width] duration-200 md:flex",
        expanded ? "w-58" : "w-16",
      )}
    >
      <div className={cn("flex h-16 items-center px-4", expanded && "justify-between")}>
        <Link href="/?stay=1" aria-label="T2M, to the front page" className="rounded-sm">
          {expanded ? <Logo /> : <LogoMark />}
        </Link>
      </div>
      <nav aria-label="Main" className="flex flex-1 flex-col gap-1 px-3 pt-2">
        {navItemsFor(viewer).map((item) => {
          const { href, label, Icon: ItemIcon, isSection } = item;
          const current = isCurrent(item, pathname);
          return (
            <Tooltip key={href} content={label} side="right" disabled={expanded}>
              <Link
                href={href}
                aria-current={current ? "page" : undefined}
                className={cn(
                  "flex h-10 items-center gap-3 overflow-hidden rounded-sm px-2.5 text-sm font-medium transition-colors [&_svg]:size-5 [&_svg]:shrink-0",
                  isSection && "mt-3",
                  current
                    ? "bg-primary-tint text-primary-ink"
                    : "text-muted-foreground hover:bg-accent hover:text-foreground",
                )}
              >
                <ItemIcon aria-hidden />
                <span className={cn("transition-opacity", !expanded && "opacity-0")}>{label}</span>
              </Link>
            </Tooltip>
          );
        })}
      </nav>
      <div
        className={cn(
          "flex gap-1 border-t p-3",
          expanded ? "items-center justify-between" : "flex-col items-center",
        )}
      >
        <Tooltip content={toggleName} side="right">
          <Button
            variant="ghost"
            size="icon"
            aria-label={toggleName}
            aria-expanded={expanded}
            onClick={toggle}
          >
            <Icon />
          </Button>
        </Tooltip>
        {theme}
        {account}
      </div>
    </aside>
  );
}
