/** The service that a bucket is at, without the bucket; AWS when nobody says another. */
export function s3Endpoint(settings: { S3_ENDPOINT?: string | undefined; S3_REGION: string }) {
  return settings.S3_ENDPOINT ?? `https://s3.${settings.S3_REGION}.amazonaws.com`;
}
