import { ChartColumn } from "lucide-react";
import Link from "next/link";
import { buttonVariants } from "~/components/ui/button";
import { Card } from "~/components/ui/card";

/** The way to the charts; they are drawn there only, since their numbers take a while. */
export function AnalyticsTile() {
  return (
    <Card className="flex min-h-44 flex-col p-5 sm:col-span-2">
      <h2 className="text-sm font-medium text-muted-foreground">Analytics</h2>
      <p className="mt-2 text-sm text-muted-foreground">
        How jobs end, how long they take and how the storage grows, over time.
      </p>
      <Link
        href="/admin/analytics"
        className={buttonVariants({ variant: "outline", className: "mt-auto w-fit" })}
      >
        <ChartColumn aria-hidden /> Open the charts
      </Link>
    </Card>
  );
}
