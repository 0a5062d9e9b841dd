import type { UserRow } from "../state/users";

/** Below Clerk's proxy path, so that the browser needs the app's origin only. */
export function avatarPath(user: Pick<UserRow, "id" | "email" | "first_name" | "last_name">) {
  const names = [user.first_name, user.last_name].filter((name) => name?.trim());
  const words = names.length > 0 ? names : [user.email];
  const initials = words.map((word) => [...(word ?? "").trim()][0] ?? "").join("");
  const hue = [...user.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  return `/__clerk/avatar.svg?${new URLSearchParams({ initials: initials.toUpperCase(), hue: String(hue) })}`;
}

/** Initials on a colour. `initials` is cut to two characters and escaped. */
export function drawAvatar(initials: string, hue: number): string {
  const text = [...initials]
    .slice(0, 2)
    .map((letter) => `&#${letter.codePointAt(0)};`)
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96">
<rect width="96" height="96" fill="hsl(${hue} 55% 38%)"/>
<text x="48" y="49" fill="#fff" font-family="system-ui, sans-serif" font-size="38" font-weight="600" text-anchor="middle" dominant-baseline="central">${text}</text>
</svg>`;
}
