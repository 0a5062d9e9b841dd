"use client";

import { Send } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Input, Textarea } from "~/components/ui/input";
import { MAX_MESSAGE_CHARACTERS } from "~/server/contact/schema";
import { inClock } from "~/trpc/use-wait-seconds";
import { Field } from "./field";
import { Sent } from "./sent";
import { useContactForm } from "./use-contact-form";

/** Who is signed in finds their name and address filled in already. */
export function ContactForm({ name, email }: { name: string; email: string }) {
  const form = useContactForm();
  const [length, setLength] = useState(0);
  if (form.sentTo) {
    const startAnother = () => {
      setLength(0);
      form.startAnother();
    };
    return <Sent email={form.sentTo} onAnother={startAnother} />;
  }
  return (
    <form
      ref={form.element}
      noValidate
      method="post"
      aria-label="Contact"
      onSubmit={form.submit}
      className="flex flex-col gap-5 rounded-lg border bg-card p-5 md:p-8"
    >
      <Field label="Name" problem={form.problems.name}>
        {(field) => (
          <Input
            {...field}
            name="name"
            autoComplete="name"
            maxLength={200}
            defaultValue={name}
            onBlur={form.check}
            onChange={form.recheck}
          />
        )}
      </Field>
      <Field label="E-mail" problem={form.problems.email}>
        {(field) => (
          <Input
            {...field}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="email"
            maxLength={300}
            defaultValue={email}
            onBlur={form.check}
            onChange={form.recheck}
          />
        )}
      </Field>
      <Field
        label="Message"
        problem={form.problems.message}
        note={`${length.toLocaleString("en")} of ${MAX_MESSAGE_CHARACTERS.toLocaleString("en")}`}
      >
        {(field) => (
          <Textarea
            {...field}
            name="message"
            rows={7}
            onBlur={form.check}
            onChange={(event) => {
              setLength(event.target.value.length);
              form.recheck(event);
            }}
          />
        )}
      </Field>
      {/* Out of sight and out of the tab order: only a machine fills it in. */}
      <div aria-hidden className="absolute -left-[999rem] size-px overflow-hidden">
        <label>
          Leave this empty
          <input name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </div>
      {form.refusal ? (
        <p
          role="alert"
          className="rounded-sm bg-destructive-tint px-3 py-2 text-sm text-destructive-ink"
        >
          {form.refusal}
        </p>
      ) : null}
      <Button
        type="submit"
        size="lg"
        pending={form.isPending}
        disabled={!form.isReady || form.waitSeconds > 0}
        className="sm:self-start"
      >
        <Send aria-hidden />
        {form.waitSeconds > 0 ? (
          <span className="tabular-nums">Again in {inClock(form.waitSeconds)}</span>
        ) : (
          "Send"
        )}
      </Button>
    </form>
  );
}
