import { GRACE_DAYS } from "~/server/accounts/schema";
import { TextLink } from "../../text-link";
import type { LegalSection } from "../legal-page";

export const SUMMARY = [
  "You deal with whoever hosts this T2M, not with the authors of the software.",
  "What you make is yours, and so is the responsibility for it.",
  "Be fair to the others who share these machines, and break no law with them.",
  "It is offered as it is, without a promise that it always works. Keep copies of what matters.",
];

export const SECTIONS: readonly LegalSection[] = [
  {
    id: "parties",
    title: "Between whom",
    body: (
      <p>
        These terms are between you and the person or organisation that hosts this T2M, “the host”.
        You accept them by making an account. The host can have terms of their own beside these,
        above all if they ask for money; T2M itself never does.
      </p>
    ),
  },
  {
    id: "account",
    title: "Your account",
    body: (
      <>
        <p>
          Give an e-mail address that reaches you, keep your password to yourself, and let nobody
          else use your account. What happens in it counts as yours until you tell the host that
          somebody got in.
        </p>
        <p>
          Roles and tiers are the host’s to give and to take.{" "}
          <TextLink href="/pricing">What each tier allows</TextLink> is drawn from the rules that
          the software enforces.
        </p>
      </>
    ),
  },
  {
    id: "yours",
    title: "What you make",
    body: (
      <>
        <p>
          Your prompts, your files and your films are yours. The host stores, renders and sends them
          for you and gets no other right in them; neither do the authors of T2M.
        </p>
        <p>
          You answer for what you write and upload: it must be yours to use, and what you publish
          must be lawful where you publish it. The same recipe gives the same film, so somebody else
          with the same words can make one that looks like yours.
        </p>
      </>
    ),
  },
  {
    id: "fair",
    title: "What is not all right",
    body: (
      <ul className="list-disc space-y-3 pl-5 marker:text-muted-foreground">
        <li>
          Anything that the law forbids; threatening, deceiving or exposing people; sexual content
          with minors, in any form.
        </li>
        <li>Getting at what belongs to others, or passing by the limits of your tier.</li>
        <li>
          Making the service slow or unusable for others, with many accounts or by machine beyond
          what its limits allow.
        </li>
        <li>Passing a film off as a recording of something that happened.</li>
      </ul>
    ),
  },
  {
    id: "suspension",
    title: "When an account is suspended",
    body: (
      <p>
        The host can suspend an account that breaks these terms. Whoever is suspended is told so
        when they come, and can <TextLink href="/contact">write to the host</TextLink>; their films
        and files are kept meanwhile. Each suspension is written down in the audit log, with who did
        it.
      </p>
    ),
  },
  {
    id: "as-it-is",
    title: "What nobody promises",
    body: (
      <>
        <p>
          The service is offered as it is. Machines fail, a job can end in an error, and the host
          can change or end the whole thing. They should tell you beforehand where they can.
        </p>
        <p>
          As far as the law allows, neither the host nor the authors of T2M are liable for damage
          that comes from using it or from not being able to. What the law does not let anybody
          exclude stays as it is.
        </p>
      </>
    ),
  },
  {
    id: "leaving",
    title: "Leaving",
    body: (
      <p>
        You can leave at any time: your profile gives you a copy of everything and deletes your
        account. For {GRACE_DAYS} days you can take that back; then it is gone, as{" "}
        <TextLink href="/legal/privacy">the privacy page</TextLink> says in detail.
      </p>
    ),
  },
  {
    id: "software",
    title: "The software",
    body: (
      <p>
        T2M is free software under the MIT licence: you may use, change and host it yourself. Parts
        that it is built from keep licences of their own. These terms are about this service and
        take none of those rights away.
      </p>
    ),
  },
  {
    id: "changes",
    title: "Changes of these terms",
    body: (
      <p>
        The day on top says when they last changed. Who goes on using the service after that accepts
        the change; who does not want to can leave, with everything that is theirs.
      </p>
    ),
  },
];
