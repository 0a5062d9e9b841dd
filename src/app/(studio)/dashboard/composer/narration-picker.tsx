"use client";

import { AudioLines, Pause, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { Segmented } from "~/components/ui/segmented";
import { Switch } from "~/components/ui/switch";
import type { Captions, ModelCard, Narration, Voice } from "~/server/platform/generators/schema";
import { Setting } from "./setting";
import { VOICES } from "./voices";

/** What is said and written in a film; undefined: it is not. */
export type Words = { narration: Narration | undefined; captions: Captions | undefined };

type Props = { card: ModelCard; value: Words; onChange: (value: Partial<Words>) => void };

/** Who reads the words aloud, and whether they stand in the picture. */
export function NarrationPicker({ card, value, onChange }: Props) {
  const voices = card.voices ?? [];
  if (voices.length === 0) return null;
  const voice = value.narration?.voice ?? "off";
  return (
    <Setting name="Narration" icon={<AudioLines aria-hidden />} value={summarize(value)}>
      <div className="w-[min(20rem,78vw)] space-y-4">
        <Segmented<Voice | "off">
          label="Voice"
          value={voice}
          onValueChange={(next) =>
            onChange({ narration: next === "off" ? undefined : { voice: next } })
          }
          className="grid w-full grid-cols-3 gap-2 bg-transparent p-0"
          optionClassName="h-16 flex-col gap-0.5 border-border bg-card px-1 data-checked:border-primary data-checked:bg-primary-tint"
          options={[
            {
              value: "off",
              name: "Off, no voice",
              label: <Choice name="Off" note="No voice" />,
            },
            ...voices.map((it) => ({
              value: it,
              name: `${VOICES[it].name}, ${VOICES[it].sound}`,
              label: <Choice name={VOICES[it].name} note={VOICES[it].sound} />,
            })),
          ]}
        />
        {voice === "off" ? null : <Listen key={voice} voice={voice} />}
        {card.burnsCaptions ? (
          <Switch
            label="Captions in the picture"
            note="Films come with captions to switch on. This draws them in for good."
            checked={value.captions === "burnt"}
            onCheckedChange={(isOn) => onChange({ captions: isOn ? "burnt" : undefined })}
          />
        ) : null}
      </div>
    </Setting>
  );
}

function summarize({ narration, captions }: Words): string {
  const said = narration ? VOICES[narration.voice].name : "No voice";
  return captions ? `${said}, captions` : said;
}

function Choice({ name, note }: { name: string; note: string }) {
  return (
    <>
      <span>{name}</span>
      <span className="text-xs font-normal text-muted-foreground">{note}</span>
    </>
  );
}

function Listen({ voice }: { voice: Voice }) {
  const { name, sample } = VOICES[voice];
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    const { current } = audio;
    return () => current?.pause();
  }, []);
  return (
    <div>
      {/* biome-ignore lint/a11y/useMediaCaption: it says the voice's name, which stands on the button. */}
      <audio
        ref={audio}
        src={sample}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
      <Button
        variant="outline"
        size="sm"
        className="w-full"
        onClick={() => {
          if (isPlaying) audio.current?.pause();
          else void audio.current?.play().catch(() => setPlaying(false));
        }}
      >
        {isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
        {isPlaying ? "Stop" : `Listen to ${name}`}
      </Button>
      <p className="mt-2 text-xs text-pretty text-muted-foreground">
        Reads English. Words in another language stay silent.
      </p>
    </div>
  );
}
