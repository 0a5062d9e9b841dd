import { Skeleton } from "~/components/ui/skeleton";

/** The list of people before it is here, in its final geometry. */
export function UserRowSkeletons() {
  return (
    <div role="status" aria-label="Loading people" className="divide-y">
      {["a", "b", "c", "d", "e"].map((row) => (
        <div key={row} className="flex h-46 items-start gap-3 px-4 py-4 lg:h-18 lg:items-center">
          <Skeleton className="size-9 rounded-full" />
          <div className="grow">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="mt-2 h-3 w-56 max-w-full" />
          </div>
          <Skeleton className="hidden h-8 w-32 lg:block" />
          <Skeleton className="hidden h-8 w-28 lg:block" />
        </div>
      ))}
    </div>
  );
}
