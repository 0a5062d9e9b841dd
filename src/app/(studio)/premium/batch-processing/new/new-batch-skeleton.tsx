import { Skeleton } from "~/components/ui/skeleton";

/** The form before it is here, in its final geometry. */
export function NewBatchSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="space-y-4">
      <Skeleton className="h-65 rounded-lg" />
      <Skeleton className="h-15 w-80" />
    </div>
  );
}
