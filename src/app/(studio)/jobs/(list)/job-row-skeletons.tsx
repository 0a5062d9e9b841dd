import { Skeleton } from "~/components/ui/skeleton";

/** The list of jobs before it is here, in its final geometry. */
export function JobRowSkeletons() {
  return (
    <div role="status" aria-label="Loading jobs" className="divide-y rounded-md border bg-card">
      {["a", "b", "c", "d", "e", "f"].map((row) => (
        <div key={row} className="flex h-[88px] items-center gap-4 px-4">
          <Skeleton className="h-14 w-25 rounded-sm" />
          <div className="grow">
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="mt-2 h-4 w-40" />
          </div>
        </div>
      ))}
    </div>
  );
}
