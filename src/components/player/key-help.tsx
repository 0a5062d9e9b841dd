"use client";

import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { KEY_HELP } from "./player-keys";

/** The player's keys, over the film: inside of it, so that a full screen shows them too. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
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
        {KEY_HELP.map(({ keys, does }) => (
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
