import type { AnalyticsRange } from "~/server/admin/analytics/schema";

const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", timeZone: "UTC" };
const TIME: Intl.DateTimeFormatOptions = {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "UTC",
};

const FORMATS: Record<AnalyticsRange, Intl.DateTimeFormat> = {
  "24h": new Intl.DateTimeFormat("en", TIME),
  "7d": new Intl.DateTimeFormat("en", { ...DAY, ...TIME }),
  "30d": new Intl.DateTimeFormat("en", DAY),
  "90d": new Intl.DateTimeFormat("en", DAY),
};

const SHORT_DAY = new Intl.DateTimeFormat("en", DAY);

/** A bucket's beginning in full, for tables and tooltips. */
export function bucketName(iso: string, range: AnalyticsRange): string {
  return FORMATS[range].format(new Date(iso));
}

/** The same, as short as fits below an axis. */
export function tickName(iso: string, range: AnalyticsRange): string {
  return range === "7d" ? SHORT_DAY.format(new Date(iso)) : bucketName(iso, range);
}

const amount = new Intl.NumberFormat("en");
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

export const inWhole = (value: number): string => amount.format(value);
export const inShort = (value: number): string => compact.format(value);

/** 0.4 → "0.4 s", 95 → "1 min 35 s", 5400 → "1 h 30 min" */
export function inTime(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return pair(Math.floor(whole / 60), "min", whole % 60, "s");
  return pair(Math.floor(whole / 3600), "h", Math.floor((whole % 3600) / 60), "min");
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
