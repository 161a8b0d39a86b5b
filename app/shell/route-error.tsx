import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react';
import { Ban, CircleAlert, CloudOff, type LucideIcon, SearchX } from 'lucide-react';
import type { MessageKey } from '#app/messages/subjects.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { useT } from './i18n.tsx';
import type { ErrorBody } from './with-errors.ts';

type Face = { title: MessageKey; text: MessageKey; icon: LucideIcon };

const FACES: Record<string, Face> = {
  not_found: { title: 'error.notFoundTitle', text: 'error.notFoundText', icon: SearchX },
  forbidden: { title: 'error.forbiddenTitle', text: 'error.forbiddenText', icon: Ban },
  gone: { title: 'error.goneTitle', text: 'error.goneText', icon: SearchX },
  conflict: { title: 'error.conflictTitle', text: 'error.conflictText', icon: CircleAlert },
  rate_limited: { title: 'error.rateLimitedTitle', text: 'error.rateLimitedText', icon: CircleAlert },
  unavailable: { title: 'error.unavailableTitle', text: 'error.unavailableText', icon: CloudOff },
  too_large: { title: 'error.tooLargeTitle', text: 'error.tooLargeText', icon: CircleAlert },
  unsupported: { title: 'error.unsupportedTitle', text: 'error.unsupportedText', icon: CircleAlert },
  invalid: { title: 'error.invalidTitle', text: 'error.invalidText', icon: CircleAlert },
  unexpected: { title: 'error.unexpectedTitle', text: 'error.unexpectedText', icon: CircleAlert },
  offline: { title: 'error.offlineTitle', text: 'error.offlineText', icon: CloudOff },
};

const CODE_OF_STATUS: Record<number, string> = {
  400: 'invalid',
  401: 'forbidden',
  403: 'forbidden',
  404: 'not_found',
  405: 'unsupported',
  409: 'conflict',
  410: 'gone',
  413: 'too_large',
  415: 'unsupported',
  429: 'rate_limited',
  503: 'unavailable',
};

/** The body of an error: of a page as it is, of a form or of data as a problem document's text. */
function readBody(body: unknown): Partial<ErrorBody> | undefined {
  if (typeof body !== 'string') return body as Partial<ErrorBody> | undefined;
  try {
    return JSON.parse(body) as Partial<ErrorBody>;
  } catch {
    return undefined;
  }
}

function readError(error: unknown): ErrorBody {
  if (isRouteErrorResponse(error)) {
    const body = readBody(error.data);
    const code = body?.code ?? CODE_OF_STATUS[error.status] ?? 'unexpected';
    return { ...body, code, requestId: body?.requestId ?? '' };
  }
  // fetch() throws a TypeError when the network is gone; the browser words it as it likes.
  if (typeof navigator !== 'undefined' && error instanceof TypeError && !navigator.onLine) {
    return { code: 'offline', requestId: '' };
  }
  return { code: 'unexpected', requestId: '' };
}

/** The ErrorBoundary of every area: says what happened, why, and whom to ask. */
export function RouteError() {
  const t = useT();
  const { code, requestId, message } = readError(useRouteError());
  const face = FACES[code] ?? (FACES.unexpected as Face);
  const Icon = face.icon;
  return (
    <div className="mx-auto flex max-w-md flex-col items-start gap-3 px-4 py-12 md:py-20">
      <span className="grid size-12 place-items-center rounded-lg bg-sunk text-soft">
        <Icon aria-hidden="true" className="size-6" />
      </span>
      <h1 className="text-title font-semibold">{t(face.title)}</h1>
      <p className="text-soft">
        {message ? t.maybe(message) : t(face.text, { contact: t('error.forbiddenContact') })}
      </p>
      {code === 'unexpected' && requestId && (
        <code className="rounded bg-sunk px-2 py-1 text-meta">{requestId}</code>
      )}
      <Link to="/" className={buttonStyle({ look: 'plain' })}>
        {t('error.goHome')}
      </Link>
    </div>
  );
}
