/** The page as a draft sees it. */
export const draftPage = (page: Document, view: Window) => {
  const ask = (event: Event) => event.preventDefault();
  return {
    /** Calls `leave` whenever the page may be discarded. https://developer.chrome.com/docs/web-platform/page-lifecycle-api */
    onLeave(leave: () => void): () => void {
      const onHidden = () => page.visibilityState === 'hidden' && leave();
      page.addEventListener('visibilitychange', onHidden);
      view.addEventListener('pagehide', leave);
      return () => {
        page.removeEventListener('visibilitychange', onHidden);
        view.removeEventListener('pagehide', leave);
      };
    },

    /** Has the browser ask before the page is left, or not. A listener without need keeps pages out of the back/forward cache. */
    askBeforeLeaving(isAtRisk: boolean) {
      if (isAtRisk) view.addEventListener('beforeunload', ask);
      else view.removeEventListener('beforeunload', ask);
    },
  };
};
export type DraftPage = ReturnType<typeof draftPage>;
