import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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
  const bar = useBarHeight();
  const more = useRef<HTMLDetailsElement>(null);
  const primary = actions.find(({ kind }) => kind === 'primary');
  const others = actions.filter((action) => action !== primary);
  const closeMore = () => {
    if (more.current) more.current.open = false;
  };
  return (
    <section ref={bar} class="action-bar" aria-label="Lưu và bàn giao">
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

/** Tells the styles how high the bar is, so that messages and what has the focus are above it. */
const useBarHeight = () => {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty('--action-bar-height', `${bar.current?.offsetHeight ?? 0}px`);
    });
    if (bar.current) observer.observe(bar.current);
    return () => {
      observer.disconnect();
      style.removeProperty('--action-bar-height');
    };
  }, []);
  return bar;
};
