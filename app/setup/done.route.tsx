import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { ArrowRight, FileUp, type LucideIcon, MessageSquareText, UserPlus } from 'lucide-react';
import type { MessageKey } from '#app/messages/subjects.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { SetupFrame } from './setup-frame.tsx';

export const handle = { bare: true };
export const meta = titled((t) => t('setup.doneTitle'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  requireActor(context, request);
  return null;
});

type Next = { to: string; title: MessageKey; text: MessageKey; icon: LucideIcon };

const NEXT: Next[] = [
  { to: '/admin/import', title: 'setup.nextImport', text: 'setup.nextImportText', icon: FileUp },
  { to: '/admin/accounts', title: 'setup.nextInvite', text: 'setup.nextInviteText', icon: UserPlus },
  { to: '/', title: 'setup.nextPost', text: 'setup.nextPostText', icon: MessageSquareText },
];

/** The house is open: what to do first. */
export default function Done() {
  const t = useT();
  return (
    <SetupFrame title={t('setup.doneTitle')} intro={t('setup.doneText')}>
      <ul className="flex flex-col gap-3">
        {NEXT.map(({ to, title, text, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              reloadDocument
              className="group flex items-center gap-4 rounded-lg border border-line bg-surface p-4 transition-colors hover:border-control-line md:p-5"
            >
              <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-brand-soft text-brand-ink">
                <Icon aria-hidden="true" className="size-5" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{t(title)}</span>
                <span className="block text-meta text-muted">{t(text)}</span>
              </span>
              <ArrowRight
                aria-hidden="true"
                className="size-5 shrink-0 text-muted transition-transform group-hover:translate-x-0.5"
              />
            </Link>
          </li>
        ))}
      </ul>
    </SetupFrame>
  );
}
