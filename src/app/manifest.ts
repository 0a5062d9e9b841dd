import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "T2M: text to media",
    short_name: "T2M",
    description: "Write a prompt, watch it become a video, play it, keep it.",
    start_url: "/dashboard",
    display: "standalone",
    background_color: "#0d0d10",
    theme_color: "#0d0d10",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
