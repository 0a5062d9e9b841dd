"use client";

import { useState } from "react";

type Pages<Item> = {
  data: { pages: { items: Item[] }[] } | undefined;
  hasNextPage: boolean;
  isError: boolean;
};

/** A list of which only the first pages are here. @returns how to get the rest of it, too. */
export function useAllPages<Item>(
  query: Pages<Item> & { fetchNextPage: () => Promise<Pages<Item>> },
) {
  const [isLoading, setLoading] = useState(false);
  return {
    isLoading,
    /** @returns as much of it as came. */
    async load(): Promise<Item[]> {
      setLoading(true);
      let pages: Pages<Item> = query;
      while (pages.hasNextPage && !pages.isError) pages = await query.fetchNextPage();
      setLoading(false);
      return pages.data?.pages.flatMap(({ items }) => items) ?? [];
    },
  };
}
