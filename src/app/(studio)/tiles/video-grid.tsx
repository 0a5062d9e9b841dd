import type { ReactNode } from "react";
import { Skeleton } from "~/components/ui/skeleton";

export function VideoGrid({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-x-4 gap-y-6 min-[480px]:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
      {children}
    </div>
  );
}

/** The grid before its videos are here, in its final geometry. */
export function VideoGridSkeleton({ count }: { count: number }) {
  return (
    <div role="status" aria-label="Loading videos">
      <VideoGrid>
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: all alike, and they never move.
          <div key={index}>
            <Skeleton className="aspect-video rounded-md" />
            <Skeleton className="mt-2 h-5 w-4/5" />
            <Skeleton className="mt-1 h-4 w-24" />
          </div>
        ))}
      </VideoGrid>
    </div>
  );
}
