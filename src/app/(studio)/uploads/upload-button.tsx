"use client";

import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button, type ButtonProps } from "~/components/ui/button";
import { ACCEPTED } from "./media-type";
import { useUploadEngine } from "./use-uploads";

/** Opens the file dialog; on a phone, the camera roll. */
export function UploadButton(props: Pick<ButtonProps, "variant" | "size">) {
  const input = useRef<HTMLInputElement>(null);
  const { add } = useUploadEngine();
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label="Files to upload"
        onChange={({ currentTarget }) => {
          void add([...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = "";
        }}
      />
      <Button {...props} onClick={() => input.current?.click()}>
        <Upload aria-hidden /> Upload
      </Button>
    </>
  );
}
