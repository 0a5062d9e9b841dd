import { Skeleton } from "~/components/ui/skeleton";
import type { FilesLayout } from "./layout-cookie";

const PLACES = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** Files before they are here, in their final geometry. */
export function FileSkeletons({ layout }: { layout: FilesLayout }) {
  if (layout === "grid") {
    return (
      <div
        role="status"
        aria-label="Loading files"
        className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4"
      >
        {PLACES.map((place) => (
          <div key={place} className="h-[210px]">
            <Skeleton className="h-[154px] rounded-md" />
            <Skeleton className="mt-2 h-4 w-3/4" />
            <Skeleton className="mt-1.5 h-3 w-1/3" />
          </div>
        ))}
      </div>
    );
  }
  return (
    <div role="status" aria-label="Loading files" className="divide-y">
      {PLACES.map((place) => (
        <div key={place} className="flex h-[72px] items-center gap-4">
          <Skeleton className="h-12 w-21" />
          <div className="grow">
            <Skeleton className="h-4 w-1/2" />
            <Skeleton className="mt-1.5 h-3 w-32" />
          </div>
        </div>
      ))}
    </div>
  );
}
