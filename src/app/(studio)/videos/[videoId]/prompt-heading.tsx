"use client";

import { useEffect, useRef, useState } from "react";
import { cn } from "~/components/ui/cn";

/** The prompt as the page's heading: a long one is cut after four lines, and there as a whole on demand. */
export function PromptHeading({ prompt }: { prompt: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isCut, setIsCut] = useState(false);

  useEffect(() => {
    const shown = heading.current;
    if (!shown || isOpen) return;
    const measure = () => setIsCut(shown.scrollHeight > shown.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(shown);
    return () => observer.disconnect();
  }, [isOpen]);

  return (
    <div className="mt-5">
      <h1
        ref={heading}
        id="prompt"
        className={cn(
          "text-lg leading-7 font-semibold text-pretty wrap-anywhere",
          !isOpen && "line-clamp-4",
        )}
      >
        {prompt}
      </h1>
      {isCut || isOpen ? (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls="prompt"
          onClick={() => setIsOpen(!isOpen)}
          className="touch-target mt-1 rounded-sm text-sm text-primary-ink underline-offset-4 hover:underline"
        >
          {isOpen ? "Show less" : "Show all"}
        </button>
      ) : null}
    </div>
  );
}
