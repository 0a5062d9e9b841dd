"use client";

import { Switch } from "~/components/ui/switch";
import { api } from "~/trpc/react";
import { useChangePreferences, usePreferences } from "./use-preferences";

/** What moves by itself, and what does not. */
export function Habits() {
  const { playsPreviews, showsProgressInTitle } = usePreferences();
  const isKnown = api.account.me.useQuery().data !== undefined;
  const change = useChangePreferences();
  return (
    <div className="space-y-5">
      <Switch
        label="Play previews under the pointer"
        note="A video moves when the pointer is on it. A device that asks for less motion keeps the still picture in any case."
        checked={playsPreviews}
        disabled={!isKnown}
        onCheckedChange={(checked) => change({ playsPreviews: checked })}
      />
      <Switch
        label="Progress in the tab’s title"
        note="“42 % · Videos”, to be seen while you look elsewhere."
        checked={showsProgressInTitle}
        disabled={!isKnown}
        onCheckedChange={(checked) => change({ showsProgressInTitle: checked })}
      />
    </div>
  );
}
