/**
 * The Clerk stand-in's publishable key names a host under `.localhost`, which never resolves in public
 * (RFC 6761 §6.3). Its accounts are demo accounts, so a server that people can reach must not trust it.
 * @throws unless `T2M_DEMO=1` says that this is a demo.
 */
export function refuseStandInIdentity(config: {
  CLERK_PUBLISHABLE_KEY: string;
  T2M_DEMO?: string | undefined;
}): void {
  const host = Buffer.from(config.CLERK_PUBLISHABLE_KEY.split("_")[2] ?? "", "base64").toString();
  if (!host.endsWith(".localhost$") || config.T2M_DEMO === "1") return;
  throw new Error(
    "CLERK_PUBLISHABLE_KEY belongs to the local stand-in of Clerk. Use your own Clerk keys, or set T2M_DEMO=1 on a machine that nobody else can reach.",
  );
}
