import { createHash, createHmac } from "node:crypto";

export type SignedRequest = {
  method: string;
  /** With its query, as it was sent. */
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
};

/**
 * The signature that a request to S3 should carry, in its header or its query, as whoever holds the
 * secret makes it: AWS Signature Version 4 for S3, from what the request names as signed.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 * @returns both signatures, as hex; `claimed` is empty for a request that is not signed.
 */
export function readSignature(request: SignedRequest, secret: string) {
  const [path = "/", search = ""] = request.url.split("?", 2);
  const query = new Map(
    search
      .split("&")
      .filter(Boolean)
      .map((pair) => [pair.split("=", 1)[0] ?? "", pair.slice(pair.indexOf("=") + 1)] as const),
  );
  const header = (name: string) => [request.headers[name] ?? ""].flat().join(",");
  const inHeader = (name: string) =>
    new RegExp(`${name}=([^, ]+)`).exec(header("authorization"))?.[1];
  const isPresigned = query.has("X-Amz-Signature");
  const inQuery = (name: string) => decodeURIComponent(query.get(`X-Amz-${name}`) ?? "");
  const said = (name: string) => (isPresigned ? inQuery(name) : (inHeader(name) ?? ""));

  const [, day = "", region = "", service = ""] = said("Credential").split("/");
  const names = said("SignedHeaders");
  const canonical = [
    request.method,
    path,
    [...query]
      .filter(([name]) => name !== "X-Amz-Signature")
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join("&"),
    ...names.split(";").map((name) => `${name}:${header(name).trim().replace(/\s+/g, " ")}`),
    "",
    names,
    isPresigned ? "UNSIGNED-PAYLOAD" : header("x-amz-content-sha256"),
  ].join("\n");
  const time = isPresigned ? inQuery("Date") : header("x-amz-date");
  const scope = `${day}/${region}/${service}/aws4_request`;
  const hash = createHash("sha256").update(canonical).digest("hex");
  const steps = [day, region, service, "aws4_request"];
  const key = steps.reduce(
    (above: Buffer | string, step) => createHmac("sha256", above).update(step).digest(),
    `AWS4${secret}`,
  );
  const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${hash}`;
  const expected = createHmac("sha256", key).update(text).digest("hex");
  return { expected, claimed: said("Signature") };
}
