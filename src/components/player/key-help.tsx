"use client";

import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { keyHelp } from "./player-keys";

type KeyHelpProps = { hasCaptions: boolean; onClose: () => void };

/** The player's keys, over the film: inside of it, so that a full screen shows them too. */
export function KeyHelp({ hasCaptions, onClose }: KeyHelpProps) {
  const closing = useRef<HTMLButtonElement>(null);
  useEffect(() => closing.current?.focus(), []);
  return (
    <section
      role="dialog"
      aria-label="Keys of the player"
      className="player-help"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <button
        type="button"
        aria-label="Close the list of keys"
        className="player-button player-help-close"
        ref={closing}
        onClick={onClose}
      >
        <X aria-hidden />
      </button>
      <dl>
        {keyHelp(hasCaptions).map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
