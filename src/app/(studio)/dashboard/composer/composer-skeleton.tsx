import { Skeleton } from "~/components/ui/skeleton";

/** The composer before it is here, in its final geometry. */
export function ComposerSkeleton() {
  return (
    <div role="status" aria-label="Loading the composer" className="rounded-lg border bg-card p-2">
      <div className="min-h-24 px-3 py-2">
        <Skeleton className="h-6 w-2/3" />
      </div>
      <div className="flex flex-wrap items-center gap-2 p-1">
        {["shape", "length", "quality", "look"].map((name) => (
          <Skeleton key={name} className="h-8 w-20" />
        ))}
        <span className="grow" />
        <Skeleton className="h-10 w-full sm:w-36" />
      </div>
    </div>
  );
}
