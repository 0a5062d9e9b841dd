"use client";

import { Search } from "lucide-react";
import { Input } from "~/components/ui/input";
import type { Role, Tier } from "~/server/accounts/schema";
import { FilterMenu } from "../filter-menu";

export type UserFilterValues = {
  search: string;
  role: Role | "any";
  tier: Tier | "any";
  state: "any" | "active" | "suspended";
  sort: "newest" | "oldest" | "email";
};

export const NO_FILTERS: UserFilterValues = {
  search: "",
  role: "any",
  tier: "any",
  state: "any",
  sort: "newest",
};

type Props = { value: UserFilterValues; onChange: (value: UserFilterValues) => void };

/** What narrows and orders the list of people. */
export function UserFilters({ value, onChange }: Props) {
  const set = (part: Partial<UserFilterValues>) => onChange({ ...value, ...part });
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <div className="relative min-w-56 grow">
        <Search
          aria-hidden
          className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
        />
        <Input
          type="search"
          aria-label="Search people by e-mail, name or id"
          placeholder="E-mail, name or id"
          maxLength={100}
          className="pl-9"
          value={value.search}
          onChange={(event) => set({ search: event.target.value })}
        />
      </div>
      <FilterMenu
        label="Role"
        value={value.role}
        options={{ any: "Any role", user: "Members", moderator: "Moderators", admin: "Admins" }}
        onChange={(role) => set({ role })}
      />
      <FilterMenu
        label="Tier"
        value={value.tier}
        options={{ any: "Any tier", free: "Free", premium: "Premium" }}
        onChange={(tier) => set({ tier })}
      />
      <FilterMenu
        label="State"
        value={value.state}
        options={{ any: "Any state", active: "Active", suspended: "Suspended" }}
        onChange={(state) => set({ state })}
      />
      <FilterMenu
        label="Order"
        value={value.sort}
        options={{ newest: "Newest first", oldest: "Oldest first", email: "By e-mail" }}
        onChange={(sort) => set({ sort })}
      />
    </div>
  );
}
