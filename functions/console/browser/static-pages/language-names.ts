import type { SitePage } from '../../../../shared/site/settings.ts';

export const languageNames: Readonly<Record<SitePage['language'], string>> = {
  vi: 'tiếng Việt',
  en: 'tiếng Anh',
};
