import { Skeleton } from "~/components/ui/skeleton";
import { VideoGridSkeleton } from "../../tiles/video-grid";

export default function LoadingGallery() {
  return (
    <div className="mx-auto w-full max-w-7xl px-4 py-8 sm:px-6 lg:py-12">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-xl font-semibold">Videos</h1>
        <Skeleton className="h-10 w-full sm:w-72" />
      </div>
      <VideoGridSkeleton count={9} />
    </div>
  );
}
