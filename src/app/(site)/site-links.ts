type SiteLink = { href: string; label: string };

export const HEADER_LINKS: readonly SiteLink[] = [
  { href: "/pricing", label: "Pricing" },
  { href: "/about", label: "About" },
];

export const FOOTER_LINKS: readonly SiteLink[] = [
  ...HEADER_LINKS,
  { href: "/contact", label: "Contact" },
  { href: "/legal/privacy", label: "Privacy" },
  { href: "/legal/terms", label: "Terms" },
];

/** The way in: to the studio for whoever is signed in already. */
export function accountLink(isSignedIn: boolean): SiteLink {
  return isSignedIn
    ? { href: "/dashboard", label: "To your studio" }
    : { href: "/sign-in", label: "Sign in" };
}
