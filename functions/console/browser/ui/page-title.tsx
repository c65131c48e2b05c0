import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';

/** Whether a view was opened from another one: then its title takes the focus, which was on a link that may be gone. */
export const NavigationContext = createContext<{ current: boolean }>({ current: false });

/** The title of a view, in the page and in the browser's tab. */
export const PageTitle = ({ title, children }: { title: string; children?: ComponentChildren }) => {
  const ref = useRef<HTMLHeadingElement>(null);
  const hasNavigated = useContext(NavigationContext);
  useEffect(() => {
    document.title = `${title} – Quản trị`;
  }, [title]);
  useEffect(() => {
    if (hasNavigated.current) ref.current?.focus();
  }, []);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
};
