/** The first Tab on every page; each layout gives its `<main>` the id "main". */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-3 left-3 z-100 -translate-y-20 rounded-sm bg-foreground px-4 py-3 text-sm font-medium text-background focus:translate-y-0"
    >
      Skip to the content
    </a>
  );
}
