import type { SearchResult } from '#server/domain/search/search.view.ts';
import { NoticeRow } from './notice-result.tsx';
import { PersonRow } from './person-result.tsx';
import { PostRow } from './post-result.tsx';
import { ProjectRow } from './project-result.tsx';
import { QuestionRow } from './question-result.tsx';

/** One result, as its kind is shown. */
export function ResultRow({ result }: { result: SearchResult }) {
  if (result.kind === 'person') return <PersonRow result={result} />;
  if (result.kind === 'project') return <ProjectRow result={result} />;
  if (result.kind === 'notice') return <NoticeRow result={result} />;
  if (result.kind === 'question') return <QuestionRow result={result} />;
  return <PostRow result={result} />;
}

export function resultKey(result: SearchResult): string {
  return result.kind === 'person' ? result.person.id : result.id;
}
