"use client";

import { Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Button, type ButtonProps } from "~/components/ui/button";

/** Light or dark, for pages that must stay light themselves: the menu with all three costs 50 kB. */
export function ThemeToggle({ variant = "ghost" }: Pick<ButtonProps, "variant">) {
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <Button
      variant={variant}
      size="icon"
      aria-label="Change between light and dark"
      onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
    >
      <Sun className="[html.dark_&]:hidden" />
      <Moon className="hidden [html.dark_&]:block" />
    </Button>
  );
}
