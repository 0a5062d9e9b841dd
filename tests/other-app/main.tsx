import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { createT2MClient, T2MProvider, t2m, useApiToken } from "t2m/client";

declare global {
  interface Window {
    /** The test stands in for Clerk's `useAuth()`: it mints a token each time it is asked. */
    getTestToken(options: { template: string }): Promise<string | null>;
  }
}

const auth = { getToken: (options: { template: string }) => window.getTestToken(options) };
const url = new URLSearchParams(location.search).get("t2m") ?? "";

function App() {
  const getToken = useApiToken(auth);
  const [client] = useState(() => createT2MClient({ url, getToken }));
  return (
    <T2MProvider client={client}>
      <Videos />
    </T2MProvider>
  );
}

function Videos() {
  const videos = t2m.videos.list.useQuery({});
  const generate = t2m.videos.generate.useMutation({ onSuccess: () => videos.refetch() });
  const [seen, setSeen] = useState<string[]>([]);
  t2m.jobs.watch.useSubscription(
    {},
    { onData: ({ data }) => setSeen((all) => [...all, `${data.status} ${data.progress}`]) },
  );
  const problem = videos.error ?? generate.error;
  if (problem) return <p role="alert">{problem.message}</p>;
  return (
    <main>
      <button
        type="button"
        onClick={() =>
          generate.mutate({
            prompt: "A paper boat, from another app",
            duration: 3,
            quality: "480p",
            idempotencyKey: crypto.randomUUID(),
          })
        }
      >
        Generate
      </button>
      <p>{videos.data ? `${videos.data.items.length} videos` : "…"}</p>
      <ul>
        {videos.data?.items.map(({ id, prompt }) => (
          <li key={id}>{prompt}</li>
        ))}
      </ul>
      <ol>
        {seen.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows
          <li key={at}>{line}</li>
        ))}
      </ol>
    </main>
  );
}

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
