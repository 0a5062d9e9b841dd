import { LoaderCircle } from "lucide-react";
import { cn } from "./cn";

/** Only inside buttons and other small controls: whole areas load as skeletons. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn("size-4 animate-spin", className)} />;
}
