import { Skeleton } from "~/components/ui/skeleton";

/** The composer before it is here, in its final geometry. */
export function ScenesSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading the storyboard"
      className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div>
        <Skeleton className="mb-2 h-5 w-24" />
        <Skeleton className="mb-4 h-12" />
        <div className="grid gap-3 xl:grid-cols-2">
          <Skeleton className="h-41 rounded-md" />
          <Skeleton className="h-41 rounded-md" />
        </div>
      </div>
      <div className="space-y-4">
        <Skeleton className="aspect-video rounded-md" />
        <Skeleton className="h-55 rounded-md" />
      </div>
    </div>
  );
}
