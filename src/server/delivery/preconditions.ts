/** Web `Headers`, or anything with its `get`. */
export type RequestHeaders = { get(name: string): string | null };

export type Validators = { etag: string | null; lastModified: Date };

/** The conditions of a GET or HEAD in the order of RFC 9110 §13.2.2; `If-Range` is apart. */
export function evaluatePreconditions(
  headers: RequestHeaders,
  validators: Validators,
): "proceed" | "not-modified" | "failed" {
  const ifMatch = headers.get("if-match");
  const ifUnmodifiedSince = seconds(headers.get("if-unmodified-since"));
  if (ifMatch !== null) {
    if (!matches(ifMatch, validators.etag, "strong")) return "failed";
  } else if (ifUnmodifiedSince !== null && modified(validators) > ifUnmodifiedSince) {
    return "failed";
  }

  const ifNoneMatch = headers.get("if-none-match");
  const ifModifiedSince = seconds(headers.get("if-modified-since"));
  if (ifNoneMatch !== null) {
    return matches(ifNoneMatch, validators.etag, "weak") ? "not-modified" : "proceed";
  }
  return ifModifiedSince !== null && modified(validators) <= ifModifiedSince
    ? "not-modified"
    : "proceed";
}

/** Whether a `Range` may be answered in part (RFC 9110 §13.1.5): the client has this very file. */
export function rangeApplies(headers: RequestHeaders, validators: Validators): boolean {
  const ifRange = headers.get("if-range")?.trim();
  if (ifRange === undefined) return true;
  return ifRange.startsWith('"')
    ? ifRange === validators.etag
    : seconds(ifRange) === modified(validators);
}

const ENTITY_TAG = /(W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;

function matches(list: string, etag: string | null, comparison: "strong" | "weak"): boolean {
  if (list.trim() === "*") return true;
  return [...list.matchAll(ENTITY_TAG)].some(
    ([, weak, tag]) => tag === etag && (comparison === "weak" || weak === undefined),
  );
}

/** Unix seconds of an HTTP date; null when there is none or it is none. */
function seconds(date: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : Math.floor(time / 1000);
}

function modified({ lastModified }: Validators): number {
  return Math.floor(lastModified.getTime() / 1000);
}
