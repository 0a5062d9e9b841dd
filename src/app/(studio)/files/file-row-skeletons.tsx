import { Skeleton } from "~/components/ui/skeleton";

/** The list of files before it is here, in its final geometry. */
export function FileRowSkeletons() {
  return (
    <div role="status" aria-label="Loading files" className="divide-y rounded-md border bg-card">
      {["a", "b", "c", "d", "e", "f"].map((row) => (
        <div key={row} className="flex h-20 items-center gap-4 px-4">
          <Skeleton className="h-12 w-21 rounded-sm" />
          <div className="grow">
            <Skeleton className="h-5 w-1/2" />
            <Skeleton className="mt-1 h-4 w-32" />
          </div>
        </div>
      ))}
    </div>
  );
}
