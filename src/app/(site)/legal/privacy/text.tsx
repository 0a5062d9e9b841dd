import { GRACE_DAYS } from "~/server/accounts/schema";
import { MAX_TTL_SECONDS } from "~/server/delivery/schema";
import { TextLink } from "../../text-link";
import type { LegalSection } from "../legal-page";
import { RESTORE_DAYS } from "../retention";

export const SUMMARY = [
  "This T2M keeps your account, what you write into it and what it makes for you, on the machines of whoever hosts it.",
  "The films are drawn on those machines. No prompt is sent to anybody else.",
  "There are no advertisements, no analytics and no tracking. The cookies are those of signing in, and one for the width of the menu.",
  `You can take a copy of everything, and delete your account: ${GRACE_DAYS} days later it is gone.`,
];

export const SECTIONS: readonly LegalSection[] = [
  {
    id: "who",
    title: "Who is responsible",
    body: (
      <>
        <p>
          T2M is software that anybody can host. Responsible for your data is the person or the
          organisation that hosts the T2M whose address you see in your browser, called “the host”
          below. The authors of T2M have no access to it and receive nothing from it.
        </p>
        <p>
          You reach the host through <TextLink href="/contact">the contact page</TextLink>.
        </p>
      </>
    ),
  },
  {
    id: "what",
    title: "What is kept",
    body: (
      <ul className="list-disc space-y-3 pl-5 marker:text-muted-foreground">
        <li>
          <strong>Your account.</strong> A copy of what the sign-in service knows: its number for
          you, your e-mail, your name and the address of your picture; with it your role, your
          rights, your tier, what you chose as preferences, how far you came with the welcome, and
          whether the account is suspended or about to be deleted. Passwords never reach T2M.
        </li>
        <li>
          <strong>What you make.</strong> Your prompts and settings, the films with their posters
          and previews, and for each job when it waited, ran and ended, and why if it failed. While
          a film is drawn, its newest frame; that one goes when the job ends.
        </li>
        <li>
          <strong>Your files.</strong> Their bytes, names, types, sizes and checksums.
        </li>
        <li>
          <strong>Your sessions.</strong> For each browser that you signed in with: when that was,
          when you were last active there, and when it ended. This is how a forgotten tab is signed
          out.
        </li>
        <li>
          <strong>Messages to the host.</strong> The name, e-mail and text that you write on the
          contact page, and your account if you were signed in.
        </li>
        <li>
          <strong>The audit log.</strong> When somebody with rights changes an account, a job or a
          message: who did it, to whom, when, and what it was before and after.
        </li>
        <li>
          <strong>News from the sign-in service.</strong> The number and kind of each notice that it
          sends, such as “an account was changed”, so that none counts twice.
        </li>
      </ul>
    ),
  },
  {
    id: "not-kept",
    title: "What is not",
    body: (
      <>
        <p>
          T2M counts nobody’s visits, builds no profile, shows no advertisement and loads nothing
          from strangers: fonts, pictures and code come from this server.
        </p>
        <p>
          Its own log has errors and the ids of requests in it, and neither prompts nor passwords,
          tokens or links. To hold its limits it counts requests by account, or by network address
          for people who are not signed in; such a count is forgotten after about two hours. A proxy
          that the host runs in front of T2M may keep a log of its own.
        </p>
      </>
    ),
  },
  {
    id: "browser",
    title: "Cookies and your browser",
    body: (
      <>
        <p>
          Signing in needs cookies. They are set by Clerk, the sign-in service, and their names
          begin with <code>__session</code>, <code>__client</code>, <code>__clerk</code> or{" "}
          <code>clerk_</code>; they hold your session and when it last changed. One cookie is T2M’s
          own, <code>t2m-rail</code>: whether the menu is wide or narrow.
        </p>
        <p>
          Your browser also remembers for itself, and tells nobody: whether you like it light or
          dark, the prompt that you have not sent yet, and what the tabs of T2M tell each other.
        </p>
      </>
    ),
  },
  {
    id: "others",
    title: "Who else is involved",
    body: (
      <>
        <p>
          <strong>Clerk</strong> signs people in and keeps e-mail, password, sessions and the
          devices of them, on behalf of the host. A T2M that runs as a trial has a stand-in for it
          on the host’s own machine instead. The host may rent the database, the storage and the
          counter of requests (<strong>Upstash</strong>) from others as well, and can tell you from
          whom.
        </p>
        <p>
          Admins of this T2M see who has an account, what jobs run and what was written to them.
          Whoever runs its machines can technically read all that is stored on them.
        </p>
      </>
    ),
  },
  {
    id: "links",
    title: "Links to your films",
    body: (
      <p>
        A film is only sent to an address that carries a signature and a time at which it expires,
        {` ${MAX_TTL_SECONDS / 3600}`} hours after it was made at the latest. The address does not
        say who you are. Whoever you give it to can watch until then; deleting the film or
        withdrawing its links ends all of them at once.
      </p>
    ),
  },
  {
    id: "how-long",
    title: "For how long",
    body: (
      <ul className="list-disc space-y-3 pl-5 marker:text-muted-foreground">
        <li>
          <strong>Films and files</strong> until you delete them. For {RESTORE_DAYS} days you can
          take that back; a day later they are removed for good, with their jobs.
        </li>
        <li>
          <strong>Your account</strong> until you delete it. After {GRACE_DAYS} days of grace, in
          which you can change your mind, it goes with everything in it, at the sign-in service too.
        </li>
        <li>
          <strong>Sessions</strong> as long as the account.
        </li>
        <li>
          <strong>Messages to the host</strong> until the host deletes them. Those that you wrote
          while signed in, or from the e-mail of your account, go with your account.
        </li>
        <li>
          <strong>The audit log</strong> for good: it is there to answer questions that come later,
          and it outlives the accounts in it.
        </li>
      </ul>
    ),
  },
  {
    id: "rights",
    title: "What you can do",
    body: (
      <>
        <p>
          On your profile you see and change what is kept about you, sign out other browsers, take a
          copy of everything as one archive with your films, files and recipes, and delete your
          account. You do not have to ask anybody for it.
        </p>
        <p>
          For everything else, <TextLink href="/contact">write to the host</TextLink>. If you live
          where the law gives you more rights, such as the GDPR does, you have them here too,
          including that to complain to a data-protection authority.
        </p>
      </>
    ),
  },
  {
    id: "changes",
    title: "Changes of this text",
    body: (
      <p>
        It changes when the software does; the day on top says when it last did. A host who adds
        something of their own to T2M has to say so here.
      </p>
    ),
  },
];
