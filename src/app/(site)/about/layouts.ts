export type Box = {
  x: number;
  y: number;
  width: number;
  height: number;
  title: string;
  note: string;
  /** "room" holds others; "rented" may be somebody else's. */
  kind: "room" | "own" | "rented";
};

type Layout = {
  name: string;
  viewBox: string;
  boxes: readonly Box[];
  arrows: readonly { path: string; isTwoWay?: true }[];
};

const BROWSER = { title: "Browser", note: "one stream for all tabs", kind: "own" } as const;
const FRONT = { title: "Front door", note: "one process, one port", kind: "room" } as const;
const PAGES = { title: "Pages and API", note: "Next.js and tRPC", kind: "own" } as const;
const BYTES = { title: "Films and files", note: "signed, by range", kind: "own" } as const;
const CLERK = { title: "Clerk", note: "who is it?", kind: "rented" } as const;
const UPSTASH = { title: "Upstash", note: "how often?", kind: "rented" } as const;
const POSTGRES = { title: "Postgres", note: "rows and jobs", kind: "rented" } as const;
const STORAGE = { title: "Storage", note: "bytes", kind: "rented" } as const;
const WORKER = { title: "Worker", note: "draws, scores, encodes", kind: "own" } as const;

export const WIDE: Layout = {
  name: "wide",
  viewBox: "0 0 1000 400",
  boxes: [
    { ...BROWSER, x: 0, y: 155, width: 170, height: 90 },
    { ...FRONT, x: 250, y: 20, width: 220, height: 360 },
    { ...PAGES, x: 270, y: 90, width: 180, height: 130 },
    { ...BYTES, x: 270, y: 250, width: 180, height: 110 },
    { ...CLERK, x: 570, y: 20, width: 170, height: 72 },
    { ...UPSTASH, x: 570, y: 116, width: 170, height: 72 },
    { ...POSTGRES, x: 570, y: 212, width: 170, height: 72 },
    { ...STORAGE, x: 570, y: 308, width: 170, height: 72 },
    { ...WORKER, x: 830, y: 212, width: 170, height: 168 },
  ],
  arrows: [
    { path: "M174 200H246", isTwoWay: true },
    { path: "M454 130C510 130 510 56 566 56" },
    { path: "M454 152H566" },
    { path: "M454 182C510 182 510 248 566 248", isTwoWay: true },
    { path: "M454 344H566" },
    { path: "M744 248H826", isTwoWay: true },
    { path: "M826 344H744" },
  ],
};

export const TALL: Layout = {
  name: "tall",
  viewBox: "0 0 340 520",
  boxes: [
    { ...BROWSER, x: 0, y: 0, width: 206, height: 64 },
    { ...FRONT, x: 0, y: 104, width: 206, height: 296 },
    { ...PAGES, x: 14, y: 166, width: 178, height: 104 },
    { ...BYTES, x: 14, y: 286, width: 178, height: 98 },
    { ...CLERK, x: 240, y: 104, width: 100, height: 62 },
    { ...UPSTASH, x: 240, y: 182, width: 100, height: 62 },
    { ...POSTGRES, x: 240, y: 260, width: 100, height: 62 },
    { ...STORAGE, x: 240, y: 338, width: 100, height: 62 },
    { ...WORKER, x: 0, y: 448, width: 340, height: 64 },
  ],
  arrows: [
    { path: "M103 68V100", isTwoWay: true },
    { path: "M194 190C222 190 212 135 236 135" },
    { path: "M194 212H236" },
    { path: "M194 246C222 246 212 280 236 280", isTwoWay: true },
    { path: "M194 372H236" },
    { path: "M222 444V304H236", isTwoWay: true },
    { path: "M290 444V404" },
  ],
};
