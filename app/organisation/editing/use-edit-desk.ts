import { useCallback, useEffect, useState } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import { type MessageKey, useT } from '#app/shell/i18n.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { Done, EditAnswer, EditDesk } from './edit-desk.ts';

/** Does what a form asks; a refusal comes back to the form that asked. */
export type Send = (fields: Record<string, string>) => Promise<EditAnswer | { failure: MessageKey }>;

export type EditDeskHandle = {
  desk: EditDesk | null;
  send: Send;
  /** An edit was made: say so, offer to undo it, and show the chart as it is now. */
  finish: (done: Done, kind: string) => void;
  undo: (editId: string) => void;
};

/**
 * The seat in focus with all that its forms need, read again after each edit.
 * @param loaded what the page brought already; without it, it is asked for.
 */
export function useEditDesk(
  chartId: string,
  positionId: string | null,
  onChanged: (done: Done | null, kind: string) => void,
  loaded: EditDesk | null = null,
): EditDeskHandle {
  const t = useT();
  const toast = useToast();
  const [desk, setDesk] = useState(loaded);
  const { load } = useExchange<EditDesk>('org-edit-desk');
  const { submit } = useExchange<EditAnswer>('org-edit');

  const read = useCallback(async () => {
    const params = new URLSearchParams({ chart: chartId, ...(positionId && { position: positionId }) });
    const { answer, failure } = await load(`/org/edit?${params}`);
    if (answer) setDesk(answer);
    else toast({ text: t(failure), tone: 'bad' });
  }, [chartId, positionId, load, toast, t]);
  useEffect(() => {
    if (loaded) setDesk(loaded);
    else void read();
  }, [loaded, read]);

  const send = useCallback<Send>(
    async (fields) => {
      const { answer, failure } = await submit({ chartId, ...fields }, '/org/edit');
      return answer ?? { failure: failure ?? 'error.failedText' };
    },
    [submit, chartId],
  );

  const undo = async (editId: string) => {
    const answer = await send({ intent: 'undo', editId });
    if ('failure' in answer) toast({ text: t(answer.failure), tone: 'bad' });
    else if ('errors' in answer) toast({ text: t.maybe(answer.errors.form?.[0] ?? ''), tone: 'bad' });
    else {
      toast({ text: t('orgEdit.undone'), tone: 'ok' });
      onChanged(null, 'undo');
      void read();
    }
  };

  const finish = (done: Done, kind: string) => {
    const planned = done.from > new Date().toISOString().slice(0, 10);
    toast({
      text: t(planned ? 'orgEdit.isPlanned' : 'orgEdit.isDone'),
      tone: 'ok',
      action: { label: t('common.undo'), onSelect: () => void undo(done.editId) },
      duration: 12_000,
    });
    onChanged(done, kind);
    void read();
  };

  return { desk, send, finish, undo: (editId) => void undo(editId) };
}
