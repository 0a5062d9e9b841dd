import Bowser from "bowser";
import type { ClientRow } from "../state/clients";

/** Which device a browser runs on, as it says itself. Where it is nobody knows: all are on loopback. */
export function activityResource(sessionId: string, client: ClientRow) {
  if (!client.user_agent) return null;
  const device = Bowser.parse(client.user_agent);
  return {
    object: "session_activity",
    id: sessionId.replace(/^sess_/, "sact_"),
    device_type: device.os.name ?? null,
    is_mobile: device.platform.type === "mobile" || device.platform.type === "tablet",
    browser_name: device.browser.name ?? null,
    browser_version: device.browser.version ?? null,
    ip_address: "127.0.0.1",
    city: null,
    country: null,
  };
}
