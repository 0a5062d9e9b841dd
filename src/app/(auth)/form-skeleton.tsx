import { Skeleton } from "~/components/ui/skeleton";

/** The form's geometry while Clerk's own code is on its way. */
export function FormSkeleton({ fields }: { fields: number }) {
  return (
    <div role="status" className="flex flex-col gap-6">
      <span className="sr-only">The form is loading</span>
      <div className="flex flex-col gap-2">
        <Skeleton className="h-7 w-44" />
        <Skeleton className="h-5 w-64" />
      </div>
      {Array.from({ length: fields }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
        <div key={index} className="flex flex-col gap-2">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-10" />
        </div>
      ))}
      <Skeleton className="h-10" />
    </div>
  );
}
