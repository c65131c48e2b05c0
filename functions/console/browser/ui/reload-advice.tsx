import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { Button } from './button.tsx';

/** Shown when a part of the console cannot be loaded or fails: mostly because a newer version was deployed under an open page. */
export const ReloadAdvice = ({ children }: { children: ComponentChildren }) => {
  const [error] = useErrorBoundary((thrown) => console.error(thrown));
  if (error === undefined) return <>{children}</>;
  return (
    <div class="notice problem" role="alert">
      <p>
        Trang này không mở được. Có thể cổng vừa được cập nhật; những gì đã viết vẫn được giữ trên máy này.
      </p>
      <Button kind="primary" onClick={() => location.reload()}>
        Tải lại trang
      </Button>
    </div>
  );
};
