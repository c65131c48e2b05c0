import type { Page } from 'playwright-core';

/** Parts of an article's page in the console, as people find them. */

export const addressOf = ({ id }: { id: string }) => `/quan-tri/bai-viet/${id}`;
export const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Nội dung bài' });
export const actionBar = (page: Page) => page.getByRole('region', { name: 'Lưu và bàn giao' });

/** Goes to another view without loading the page again. */
export const goWithin = (page: Page, path: string) =>
  page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );

/** Chooses an action in the bar, or in its menu. */
export const chooseAction = async (page: Page, name: string) => {
  const button = actionBar(page).getByRole('button', { name, exact: true });
  if (!(await button.isVisible())) await actionBar(page).getByText('Việc khác').click();
  await button.click();
};

/** Presses a button of the open dialog. */
export const confirmIn = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
