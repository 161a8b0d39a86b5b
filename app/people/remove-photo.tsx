import { Form, useNavigation } from '@remix-run/react';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#app/ui/button.tsx';

/** One click, and the photo is deleted. */
export function RemovePhoto({ children }: { children: ReactNode }) {
  const busy = useNavigation().formData?.get('intent') === 'remove-photo';
  return (
    <Form method="post" className="mt-3">
      <input type="hidden" name="intent" value="remove-photo" />
      <Button type="submit" size="sm" busy={busy}>
        <Trash2 aria-hidden="true" />
        {children}
      </Button>
    </Form>
  );
}
