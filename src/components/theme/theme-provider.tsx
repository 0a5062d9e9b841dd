"use client";

import { ThemeProvider as Base } from "next-themes";
import type { ReactNode } from "react";

export type ThemeProviderProps = { nonce: string | null; children: ReactNode };

/** Light, dark or the system's choice, set before the first paint by one small inline script. */
export function ThemeProvider({ nonce, children }: ThemeProviderProps) {
  return (
    <Base
      attribute="class"
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      disableTransitionOnChange
      storageKey="t2m-theme"
      {...(nonce ? { nonce } : {})}
    >
      {children}
    </Base>
  );
}
