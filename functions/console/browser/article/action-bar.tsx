import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import type { ArticleAction } from './possible-actions.ts';

type Props = {
  actions: readonly ArticleAction[];
  onAct: (action: ArticleAction) => void;
  isSaving: boolean;
  onSave: () => void;
  isPreviewShown: boolean;
  onPreview: () => void;
  /** Where what was typed is. */
  children: ComponentChildren;
};

/** The bar at the foot of the window: what is saved, and what can be done. */
export const ActionBar = ({
  actions,
  onAct,
  isSaving,
  onSave,
  isPreviewShown,
  onPreview,
  children,
}: Props) => {
  const more = useRef<HTMLDetailsElement>(null);
  const primary = actions.find(({ kind }) => kind === 'primary');
  const others = actions.filter((action) => action !== primary);
  const closeMore = () => {
    if (more.current) more.current.open = false;
  };
  return (
    <section class="action-bar" aria-label="Lưu và bàn giao">
      <div class="action-status">{children}</div>
      <div class="action-buttons">
        <Button onClick={onPreview} aria-pressed={isPreviewShown}>
          Xem trước
        </Button>
        <Button onClick={onSave} busy={isSaving}>
          Lưu
        </Button>
        {others.length > 0 && (
          <details
            ref={more}
            class="more-actions"
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || !more.current?.open) return;
              closeMore();
              more.current.querySelector('summary')?.focus();
            }}
            onFocusOut={({ relatedTarget }) => {
              if (relatedTarget instanceof Node && !more.current?.contains(relatedTarget)) closeMore();
            }}
          >
            <summary class="button plain">Việc khác</summary>
            <div>
              {others.map((action) => (
                <Button
                  key={action.name}
                  kind={action.kind}
                  onClick={() => {
                    closeMore();
                    // A dialog gives the focus back to what had it, and this button is gone.
                    more.current?.querySelector('summary')?.focus();
                    onAct(action);
                  }}
                >
                  {action.label}
                </Button>
              ))}
            </div>
          </details>
        )}
        {primary && (
          <Button kind="primary" onClick={() => onAct(primary)}>
            {primary.label}
          </Button>
        )}
      </div>
    </section>
  );
};
