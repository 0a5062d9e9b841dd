"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ComponentProps, ReactElement, ReactNode } from "react";

export const TooltipProvider = Base.Provider;

export type TooltipProps = Pick<ComponentProps<typeof Base.Positioner>, "side"> & {
  content: ReactNode;
  /** One focusable element. Its name must not depend on the tooltip: keep an `aria-label`. */
  children: ReactElement;
  disabled?: boolean;
};

export function Tooltip({ content, children, side = "top", disabled = false }: TooltipProps) {
  return (
    <Base.Root disabled={disabled}>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className="z-50" side={side} sideOffset={8} collisionPadding={8}>
          <Base.Popup className="popup-motion max-w-64 rounded-sm bg-foreground px-2.5 py-1.5 text-xs text-background shadow-overlay">
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
