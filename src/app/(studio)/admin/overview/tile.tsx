import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { cn } from "~/components/ui/cn";
import { Skeleton } from "~/components/ui/skeleton";
import { errorSentence } from "~/trpc/errors";

type Props = {
  title: string;
  href: string;
  query: { isPending: boolean; isLoadingError: boolean; error: unknown; refetch: () => unknown };
  className?: string;
  /** Drawn once the numbers are here. */
  children: () => ReactNode;
};

/** One part of the overview, which loads and fails by itself. */
export function Tile({ title, href, query, className, children }: Props) {
  const { isPending, isLoadingError, error, refetch } = query;
  return (
    <Card className={cn("flex min-h-44 flex-col p-5", className)}>
      <h2 className="text-sm font-medium text-muted-foreground">
        <Link
          href={href}
          className="group touch-target flex items-center justify-between hover:text-foreground"
        >
          {title}
          <ArrowRight
            aria-hidden
            className="size-4 transition-transform group-hover:translate-x-0.5"
          />
        </Link>
      </h2>
      <div className="mt-2 flex grow flex-col">
        {isPending ? (
          <div role="status" aria-label={`Loading ${title.toLowerCase()}`}>
            <Skeleton className="h-9 w-24" />
            <Skeleton className="mt-4 h-12 w-full" />
          </div>
        ) : null}
        {isLoadingError ? (
          <div role="alert" className="text-sm">
            <p className="text-muted-foreground">{errorSentence(error)}</p>
            <Button variant="outline" size="sm" className="mt-3" onClick={() => void refetch()}>
              Try again
            </Button>
          </div>
        ) : null}
        {isPending || isLoadingError ? null : children()}
      </div>
    </Card>
  );
}

/** The number that a tile is about. */
export function Figure({ children, unit }: { children: ReactNode; unit: string }) {
  return (
    <p className="text-2xl font-semibold tabular-nums">
      {children}{" "}
      <span className="text-sm font-normal tracking-normal text-muted-foreground">{unit}</span>
    </p>
  );
}
