import { useExchange } from '#app/shell/exchange.ts';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { boardAddress } from './board-address.ts';
import type { PinAnswer } from './pin-action.ts';

/** Sends it; what was wrong, at `form` where no field is to blame, or null once the server has it. */
export type SendPin = (fields: Record<string, string>) => Promise<FormErrors | null>;

/** How everything on a board is sent; `onDone` looks at the board again. */
export function usePinActions(ownerId: string, onDone: () => void): SendPin {
  const { submit } = useExchange<PinAnswer>(`pin-actions-${ownerId}`);
  return async (fields) => {
    const { answer, failure } = await submit(fields, boardAddress(ownerId));
    if (failure) return { form: [failure === 'error.offlineText' ? 'error.notSentText' : failure] };
    if (!answer.ok) return answer.errors ?? { form: ['error.failedText'] };
    onDone();
    return null;
  };
}
