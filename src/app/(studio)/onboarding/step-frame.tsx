"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button, buttonVariants } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { type Step, stepPath } from "./step";
import { useWelcome } from "./use-welcome";

const STEPS = [1, 2, 3] as const;

type Props = { step: Step; title: string; children: ReactNode };

/** Back, three dots and the way out, the same on every step. */
export function StepFrame({ step, title, children }: Props) {
  const { finish, isFinishing } = useWelcome();
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col px-4 pt-2 pb-12 sm:px-6">
      <div className="grid grid-cols-[1fr_auto_1fr] items-center">
        {step > 1 ? (
          <Link
            href={stepPath((step - 1) as Step)}
            className={buttonVariants({ variant: "ghost", className: "justify-self-start" })}
          >
            <ArrowLeft aria-hidden /> Back
          </Link>
        ) : (
          <span />
        )}
        <Dots step={step} />
        {step < 3 ? (
          <Button
            variant="ghost"
            pending={isFinishing}
            onClick={finish}
            className="justify-self-end"
          >
            Skip
          </Button>
        ) : (
          <span />
        )}
      </div>
      <h1 className="mt-8 mb-8 text-center text-xl font-semibold text-balance md:text-2xl">
        {title}
      </h1>
      {children}
    </div>
  );
}

function Dots({ step }: { step: Step }) {
  return (
    <p className="flex gap-2.5">
      <span className="sr-only">
        Step {step} of {STEPS.length}
      </span>
      {STEPS.map((each) => (
        <span
          key={each}
          aria-hidden
          className={cn(
            "h-2.5 rounded-full transition-[width,background-color] duration-200",
            each === step ? "w-7 bg-primary" : "w-2.5",
            each < step && "bg-primary",
            each > step && "bg-border-strong",
          )}
        />
      ))}
    </p>
  );
}
