import { APP_ORIGIN } from "./instance";

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads Clerk's JSON as it comes.
  body: any;
}

/** A browser as the stand-in sees one: a cookie jar and form posts, as clerk-js sends them. */
export function openBrowser(url: string, userAgent = "Mozilla/5.0 Chrome/140.0.0.0") {
  const jar = new Map<string, string>();

  function keep(cookies: string[]) {
    for (const cookie of cookies) {
      const [pair = "", ...attributes] = cookie.split("; ");
      const [name = "", ...value] = pair.split("=");
      if (attributes.includes("Max-Age=0")) jar.delete(name);
      else jar.set(name, value.join("="));
    }
  }

  const cookieHeader = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  async function send(
    method: string,
    path: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const target = new URL(path, url);
    const isOverridden = method !== "GET" && method !== "POST";
    if (isOverridden) target.searchParams.set("_method", method);
    const response = await fetch(target, {
      method: isOverridden ? "POST" : method,
      redirect: "manual",
      headers: {
        origin: APP_ORIGIN,
        "user-agent": userAgent,
        cookie: cookieHeader(),
        ...headers,
      },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    keep(response.headers.getSetCookie());
    const text = await response.text();
    const isJson = response.headers.get("content-type") === "application/json";
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    };
  }

  return {
    jar,
    keep,
    cookieHeader,
    get: (path: string, headers?: Record<string, string>) => send("GET", path, undefined, headers),
    post: (path: string, form: Record<string, string> = {}, headers?: Record<string, string>) =>
      send("POST", path, form, headers),
    patch: (path: string, form: Record<string, string>) => send("PATCH", path, form),
    delete: (path: string) => send("DELETE", path),
  };
}

export type Browser = ReturnType<typeof openBrowser>;

/** Identifier and password at once; the answer's `response` is the sign-in. */
export function signIn(browser: Browser, email: string, password: string) {
  return browser.post("/v1/client/sign_ins", {
    identifier: email,
    strategy: "password",
    password,
  });
}

/** The code that was mailed last. */
export async function readCode(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/mailbox.json?to=${encodeURIComponent(email)}`);
  const [newest] = (await response.json()) as { code: string }[];
  if (!newest) throw new Error(`No e-mail to ${email}.`);
  return newest.code;
}
