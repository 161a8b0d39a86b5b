import {
  type ComponentProps,
  type ComponentType,
  forwardRef,
  type Ref,
  Suspense,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { RichEditorProps } from './editor/rich-editor.tsx';
import { MentionTextArea } from './mention-text-area.tsx';

type Props = ComponentProps<typeof MentionTextArea> & {
  /** Somebody begins to write: only now is the editor fetched. */
  writing: boolean;
  /** One of several, there from the beginning: it does not take the focus. */
  still?: boolean;
  'aria-label': string;
};

/**
 * A text that can be rich. Until somebody writes, and without script, it is a plain text area, which stays what the form
 * sends; with script the editor stands in its place as soon as it is there, with what was typed so far.
 */
export const WritingArea = forwardRef(function WritingArea(
  { writing, still, className, ...rest }: Props,
  outer: Ref<HTMLTextAreaElement>,
) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(outer, () => area.current as HTMLTextAreaElement);
  const [Editor, setEditor] = useState<ComponentType<RichEditorProps>>();
  useEffect(() => {
    // Without its code, the text area goes on.
    if (writing && !Editor)
      import('./editor/rich-editor.tsx').then(
        (module) => setEditor(() => module.RichEditor),
        () => undefined,
      );
  }, [writing, Editor]);
  const rich = writing && Editor !== undefined;
  return (
    <>
      <div hidden={rich}>
        <MentionTextArea
          {...rest}
          ref={area}
          silent={rich}
          required={!rich && rest.required}
          className={className}
        />
      </div>
      {/* Around the editor alone: a boundary in the page's own html would be drawn anew if somebody is quicker than React. */}
      {rich && (
        <Suspense fallback={null}>
          <Editor
            area={area}
            label={rest['aria-label']}
            placeholder={rest.placeholder}
            audienceId={rest.audienceId}
            invalid={Boolean(rest['aria-invalid'])}
            plain={rest.plain}
            still={still}
          />
        </Suspense>
      )}
    </>
  );
});
