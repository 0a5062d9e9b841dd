import { cn } from "~/components/ui/cn";
import type { UserView } from "~/server/admin/schema";

type Props = {
  user: Pick<UserView, "name" | "email" | "imageUrl" | "suspendedAt">;
  className?: string;
};

/** Somebody's picture, or their first letter. */
export function UserFace({ user, className }: Props) {
  const letter = (user.name ?? user.email).slice(0, 1).toUpperCase();
  return (
    <span
      aria-hidden
      className={cn(
        "relative grid size-9 shrink-0 place-items-center overflow-hidden rounded-full bg-secondary text-sm font-medium text-secondary-foreground",
        user.suspendedAt && "opacity-50 grayscale",
        className,
      )}
    >
      {letter}
      {user.imageUrl ? (
        <img
          src={user.imageUrl}
          alt=""
          loading="lazy"
          className="absolute inset-0 size-full object-cover"
        />
      ) : null}
    </span>
  );
}
