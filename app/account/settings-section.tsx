import type { ReactNode } from 'react';
import { Card } from '#app/ui/card.tsx';

type SettingsSectionProps = { id: string; title: ReactNode; text?: ReactNode; children: ReactNode };

/** One subject of a settings page: what it is about, and the controls. */
export function SettingsSection({ id, title, text, children }: SettingsSectionProps) {
  return (
    <Card as="section" id={id} edgeToEdge aria-labelledby={`${id}-title`} className="scroll-mt-20">
      <h2 id={`${id}-title`} className="text-lead font-semibold">
        {title}
      </h2>
      {text && <p className="mt-0.5 text-meta text-muted text-pretty">{text}</p>}
      <div className="mt-4">{children}</div>
    </Card>
  );
}
