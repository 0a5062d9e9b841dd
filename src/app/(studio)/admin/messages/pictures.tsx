/** A tray for letters with nothing in it. */
export function EmptyTray() {
  return (
    <svg aria-hidden viewBox="0 0 176 92" className="h-23 w-44" strokeWidth="1.5">
      <path
        d="M28 50 46 16a8 8 0 0 1 7-4h70a8 8 0 0 1 7 4l18 34v22a8 8 0 0 1-8 8H36a8 8 0 0 1-8-8Z"
        className="fill-muted stroke-border-strong"
      />
      <path
        d="M28 50h32a6 6 0 0 1 6 5 12 12 0 0 0 44 0 6 6 0 0 1 6-5h32v22a8 8 0 0 1-8 8H36a8 8 0 0 1-8-8Z"
        className="fill-primary-tint stroke-primary-ink"
      />
    </svg>
  );
}
