import { FileRowSkeletons } from "./file-row-skeletons";
import { StorageSkeleton } from "./storage";

export default function LoadingFiles() {
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 lg:py-12">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-xl font-semibold">Files</h1>
        <StorageSkeleton />
      </div>
      <FileRowSkeletons />
    </div>
  );
}
