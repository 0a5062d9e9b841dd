/** An open bin with nothing in it. */
export function EmptyBin() {
  return (
    <svg aria-hidden viewBox="0 0 120 96" className="h-24 w-30" strokeWidth="1.5">
      <path
        d="M34 34h52l-5 52a6 6 0 0 1-6 5H45a6 6 0 0 1-6-5Z"
        className="fill-muted stroke-border-strong"
      />
      <path d="M50 46l2 33M60 46v33M70 46l-2 33" className="fill-none stroke-border-strong" />
      <path
        d="M30 28 84 18m-34 5-1-6a4 4 0 0 1 3-5l12-2a4 4 0 0 1 5 3l1 6"
        className="fill-none stroke-primary-ink"
        strokeLinecap="round"
      />
    </svg>
  );
}
