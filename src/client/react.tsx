"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCReact } from "@trpc/react-query";
import { type ReactNode, useState } from "react";
import type { ApiRouter, T2MClient } from "./client";

/** The API as hooks: `t2m.videos.list.useQuery({})`, below a `<T2MProvider>`. */
export const t2m = createTRPCReact<ApiRouter>();

export type T2MProviderProps = {
  client: T2MClient;
  /** Your app's own, when it has one. */
  queryClient?: QueryClient;
  children: ReactNode;
};

export function T2MProvider({ client, queryClient, children }: T2MProviderProps) {
  const [ownQueryClient] = useState(() => new QueryClient());
  const queries = queryClient ?? ownQueryClient;
  return (
    <t2m.Provider client={client} queryClient={queries}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </t2m.Provider>
  );
}
