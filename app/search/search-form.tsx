import { Form, useNavigation } from '@remix-run/react';
import { Search } from 'lucide-react';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { SearchQuery } from './search-address.ts';
import { type SearchChoices, SearchFilters } from './search-filters.tsx';

type Props = { query: SearchQuery; choices: SearchChoices; errors: FormErrors | undefined };

/** The question; a plain GET, so that it works as an address and without JavaScript. */
export function SearchForm({ query, choices, errors }: Props) {
  const t = useT();
  const { q, kind } = query;
  const navigation = useNavigation();
  const searching = navigation.state === 'loading' && navigation.location.pathname === '/search';
  return (
    <Form action="/search" method="get" className="mb-3 flex flex-col gap-3">
      <div className="flex gap-2 px-4 md:px-0">
        <search className="relative min-w-0 flex-1">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 start-3 my-auto size-[1.125rem] text-muted"
          />
          <TextInput
            key={q}
            type="search"
            name="q"
            defaultValue={q}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
            aria-label={t('search.label')}
            placeholder={t('search.placeholder')}
            // Who comes here without a question came to ask one.
            autoFocus={q === ''}
            className="ps-10"
          />
        </search>
        {kind && <input type="hidden" name="kind" value={kind} />}
        <Button type="submit" look="primary" busy={searching} className="h-10">
          {t('search.submit')}
        </Button>
      </div>
      <SearchFilters query={query} choices={choices} errors={errors} />
    </Form>
  );
}
