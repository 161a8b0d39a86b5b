import { EyeOff } from 'lucide-react';
import { SpokenBy } from '#app/conversation/spoken-by.tsx';
import { Time, useT } from '#app/shell/i18n.tsx';
import { PageLink } from '#app/shell/page-link.tsx';
import { PersonAvatar } from '#app/shell/person.tsx';
import { cn } from '#app/ui/cn.ts';
import type { SharedView } from '#server/domain/conversation/shared.queries.ts';

/** The post that another one passes on. Who may not read it is told that, and no word of it. */
export function SharedCard({ shared, className }: { shared: SharedView | null; className?: string }) {
  const t = useT();
  if (!shared)
    return (
      <p
        className={cn(
          'flex items-start gap-2 rounded-lg border border-line px-3.5 py-3 text-meta text-soft',
          className,
        )}
      >
        <EyeOff aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {t('feed.sharedNotForYou')}
      </p>
    );
  return (
    <blockquote className={cn('rounded-lg border border-line px-3.5 py-3', className)}>
      <p className="flex items-center gap-2 text-meta text-muted">
        <PersonAvatar person={shared.author} size="sm" />
        <span className="min-w-0">
          <SpokenBy author={shared.author} office={shared.office} behalfOf={shared.behalfOf} />
          {' · '}
          <PageLink to={`/posts/${shared.id}`} className="inline-flex min-h-6 items-center hover:underline">
            <Time at={shared.at} />
          </PageLink>
        </span>
      </p>
      <div
        lang={shared.language}
        dir="auto"
        className="prose-body mt-2 line-clamp-6"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and escaped by the server (conversation/render-body.ts)
        dangerouslySetInnerHTML={{ __html: shared.html }}
      />
    </blockquote>
  );
}
