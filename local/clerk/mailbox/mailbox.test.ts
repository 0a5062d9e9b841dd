import { expect, test } from "vitest";
import { openBrowser } from "../testing/browser";
import { startTestClerk } from "../testing/instance";

async function mailTo(url: string, email: string) {
  const browser = openBrowser(url);
  const { body } = await browser.post("/v1/client/sign_ups", { email_address: email });
  await browser.post(`/v1/client/sign_ups/${body.response.id}/prepare_verification`, {
    strategy: "email_code",
  });
}

test("the newest e-mail is on top, and each test reads its own", async () => {
  const { url } = await startTestClerk();
  for (const name of ["first", "second"]) await mailTo(url, `${name}@t2m.test`);
  const all = (await (await fetch(`${url}/mailbox.json`)).json()) as { to: string }[];
  expect(all.map(({ to }) => to)).toEqual(["second@t2m.test", "first@t2m.test"]);
  const mine = await (await fetch(`${url}/mailbox.json?to=First@t2m.test`)).json();
  expect(mine).toMatchObject([{ to: "first@t2m.test", code: expect.stringMatching(/^\d{6}$/) }]);
  const page = await (await fetch(`${url}/mailbox`)).text();
  expect(page.indexOf("second@t2m.test")).toBeLessThan(page.indexOf("first@t2m.test"));
});

test("an address is shown as text, whatever it spells", async () => {
  const { url } = await startTestClerk();
  await mailTo(url, "a&b'c@t2m.test");
  const response = await fetch(`${url}/mailbox`);
  const page = await response.text();
  expect(page).toContain("a&#38;b&#39;c@t2m.test");
  expect(page).not.toContain("a&b");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("an empty mailbox says what will come", async () => {
  const { url } = await startTestClerk();
  expect(await (await fetch(`${url}/mailbox`)).text()).toContain("Nothing yet");
});
