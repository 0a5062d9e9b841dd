import {
  Ban,
  CheckCircle2,
  CircleDashed,
  CircleX,
  Clapperboard,
  HardDriveDownload,
} from "lucide-react";
import { Badge, type BadgeProps } from "~/components/ui/badge";
import type { JobStatus } from "~/server/jobs/schema";
import { statusWord } from "./job-words";

const LOOKS: Record<JobStatus, { icon: typeof Ban; variant: BadgeProps["variant"] }> = {
  QUEUED: { icon: CircleDashed, variant: "neutral" },
  RUNNING: { icon: Clapperboard, variant: "primary" },
  FINALIZING: { icon: HardDriveDownload, variant: "primary" },
  SUCCEEDED: { icon: CheckCircle2, variant: "success" },
  FAILED: { icon: CircleX, variant: "destructive" },
  CANCELED: { icon: Ban, variant: "neutral" },
};

/** A job's state by icon, colour and word, never by colour alone. */
export function StatusChip({ status }: { status: JobStatus }) {
  const { icon: Icon, variant } = LOOKS[status];
  return (
    <Badge variant={variant}>
      <Icon aria-hidden />
      {statusWord(status)}
    </Badge>
  );
}
