import { Ban, CheckCircle2, Clapperboard, Pause } from "lucide-react";
import { Badge, type BadgeProps } from "~/components/ui/badge";
import type { BatchState } from "~/server/batches/schema";

const LOOKS: Record<
  BatchState,
  { icon: typeof Ban; variant: BadgeProps["variant"]; word: string }
> = {
  RUNNING: { icon: Clapperboard, variant: "primary", word: "In the works" },
  PAUSED: { icon: Pause, variant: "warning", word: "Paused" },
  CANCELED: { icon: Ban, variant: "neutral", word: "Canceled" },
  DONE: { icon: CheckCircle2, variant: "success", word: "Done" },
};

/** A batch's state by icon, colour and word. */
export function BatchChip({ state }: { state: BatchState }) {
  const { icon: Icon, variant, word } = LOOKS[state];
  return (
    <Badge variant={variant}>
      <Icon aria-hidden />
      {word}
    </Badge>
  );
}
