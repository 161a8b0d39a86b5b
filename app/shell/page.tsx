import type { ReactNode } from 'react';
import { cn } from '#app/ui/cn.ts';

type PageProps = {
  /** The page's own `<h1>`; leave it out where the page brings one (a profile, a project). */
  title?: ReactNode;
  /** Shown as a quiet line below the title. */
  intro?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** Cards on the right from 1280 px; below the content on narrower screens, unless `railHidden`. */
  rail?: ReactNode;
  /** Takes the whole width: charts, tables. */
  wide?: boolean;
  children: ReactNode;
  className?: string;
};

/** Content column of 640 to 720 px with a rail of 300 beside it. */
export function Page({ title, intro, actions, rail, wide = false, children, className }: PageProps) {
  const heading = (title || actions) && (
    <header className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 md:px-0">
      <div className="min-w-0">
        {title && <h1 className="text-title font-semibold text-balance break-words">{title}</h1>}
        {intro && <p className="mt-1 text-muted">{intro}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
  if (wide) {
    return (
      <div className={cn('px-0 py-4 md:px-6 md:py-6', className)}>
        {heading}
        {children}
      </div>
    );
  }
  return (
    <div
      className={cn(
        'mx-auto grid w-full max-w-[45rem] gap-6 py-4 md:px-6 md:py-6',
        rail && 'xl:max-w-[67.75rem] xl:grid-cols-[minmax(0,42.5rem)_18.75rem] xl:gap-8',
        className,
      )}
    >
      <div className="min-w-0">
        {heading}
        {children}
      </div>
      {rail && <aside className="flex min-w-0 flex-col gap-4 px-4 md:px-0">{rail}</aside>}
    </div>
  );
}
