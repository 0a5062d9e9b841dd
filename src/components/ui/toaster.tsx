"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner, type ToasterProps } from "sonner";

/** Where `toast()` of sonner appears. Above the bottom bar on a phone. */
export function Toaster() {
  const { theme = "system" } = useTheme();
  return (
    <Sonner
      theme={theme as NonNullable<ToasterProps["theme"]>}
      position="bottom-right"
      gap={8}
      mobileOffset={{ bottom: "calc(4.5rem + env(safe-area-inset-bottom))" }}
      toastOptions={{
        style: {
          background: "var(--popover)",
          color: "var(--popover-foreground)",
          borderColor: "var(--border)",
          borderRadius: "var(--radius-md)",
          boxShadow: "var(--shadow-overlay)",
          fontFamily: "var(--font-sans)",
          fontSize: "var(--text-sm)",
        },
        actionButtonStyle: { background: "var(--primary)", color: "var(--primary-foreground)" },
      }}
    />
  );
}
