import { Link } from '@remix-run/react';
import { HealthIcon, healthWord } from '#app/shell/health-icon.tsx';
import { Dotted, type MessageKey, useT } from '#app/shell/i18n.tsx';
import type { ProjectResult } from '#server/domain/search/search.view.ts';
import { Marked } from './marked.tsx';
import { ROW, TITLE } from './result-style.ts';

const LIFECYCLE: Record<ProjectResult['lifecycle'], MessageKey | null> = {
  active: null,
  paused: 'search.lifecyclePaused',
  done: 'search.lifecycleDone',
  archived: 'search.lifecycleArchived',
};

export function ProjectRow({ result }: { result: ProjectResult }) {
  const t = useT();
  const lifecycle = LIFECYCLE[result.lifecycle];
  return (
    <div className={ROW}>
      <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-sunk">
        <HealthIcon health={result.health} className="size-5" />
      </span>
      <div className="min-w-0">
        <h2>
          <Link to={`/projects/${result.slug}`} prefetch="intent" className={TITLE}>
            <Marked segments={result.name} />
          </Link>
        </h2>
        <p className="text-meta text-muted">
          <Dotted
            parts={[
              lifecycle ? t(lifecycle) : t(healthWord(result.health)),
              result.lead && t('search.lead', { name: result.lead.name || t('common.nameWithheld') }),
            ]}
          />
        </p>
        {result.snippet.length > 0 && (
          <p dir="auto" className="mt-1 line-clamp-2 text-meta break-words text-soft">
            <Marked segments={result.snippet} />
          </p>
        )}
      </div>
    </div>
  );
}
