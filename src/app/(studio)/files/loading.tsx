import { Skeleton } from "~/components/ui/skeleton";
import { FileSkeletons } from "./file-skeletons";
import { FilesFrame } from "./files-frame";
import { StorageSkeleton } from "./storage";

export default function LoadingFiles() {
  return (
    <FilesFrame title="Files" action={<Skeleton className="h-10 w-28" />}>
      <StorageSkeleton />
      <Skeleton className="mb-4 h-10 w-full" />
      <FileSkeletons layout="grid" />
    </FilesFrame>
  );
}
