"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "~/components/ui/cn";

const TABS = [
  { href: "/premium/advanced-generation", label: "Advanced" },
  { href: "/premium/batch-processing", label: "Batches" },
  { href: "/premium/priority-queue", label: "Priority queue" },
];

export function PremiumTabs() {
  const pathname = usePathname();
  return (
    <nav aria-label="Premium" className="mb-8 overflow-x-auto border-b">
      <ul className="flex gap-1">
        {TABS.map(({ href, label }) => {
          const isHere = pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isHere ? "page" : undefined}
                className={cn(
                  "touch-target -mb-px inline-flex h-11 items-center border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-muted-foreground transition-colors -outline-offset-2 hover:text-foreground",
                  isHere && "border-primary text-foreground",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
