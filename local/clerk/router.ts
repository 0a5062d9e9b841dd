import type { Handler } from "./http";

/** Who may come in by a route. */
export type Door =
  /** Browsers, through the app's `/__clerk`. */
  | "frontend"
  /** Servers that know the secret key. */
  | "backend"
  /** People on this machine; never through the app. */
  | "loopback";

interface Route {
  door: Door;
  method: string;
  pattern: RegExp;
  handler: Handler;
}

/** Lays out one door's routes; `:name` in a path matches one segment. */
export function openDoor(door: Door, table: Record<string, Handler>): Route[] {
  return Object.entries(table).map(([line, handler]) => {
    const [method = "", path = ""] = line.split(" ");
    const pattern = path.replaceAll(".", "\\.").replace(/:(\w+)/g, "(?<$1>[^/]+)");
    return { door, method, pattern: new RegExp(`^${pattern}$`), handler };
  });
}

interface Match {
  route: Route;
  params: Record<string, string>;
}

export function findRoute(routes: Route[], method: string, path: string): Match | null {
  for (const route of routes) {
    const found = route.method === method ? route.pattern.exec(path) : null;
    if (found) return { route, params: { ...found.groups } };
  }
  return null;
}
