/** CSS declarations by property, in lower case: `font-weight` → `700`. */
export type Declarations = ReadonlyMap<string, string>;

/** Reads a `style` attribute as text. Properties that only Office knows (`mso-list`) are kept like any other. */
export const parseDeclarations = (style: string): Declarations =>
  new Map(
    style.split(';').flatMap((declaration): [string, string][] => {
      const colon = declaration.indexOf(':');
      if (colon < 0) return [];
      const value = declaration.slice(colon + 1).replace('!important', '');
      return [[declaration.slice(0, colon).trim().toLowerCase(), value.trim()]];
    }),
  );

const classSelector = /^[a-z0-9]*\.([-\w]+)$/i;

/** The declarations of simple class selectors (`.xl65`, `p.MsoNormal`), by class: Excel says bold nowhere else. */
export const parseStyleSheet = (css: string): ReadonlyMap<string, Declarations> => {
  const rules = new Map<string, Declarations>();
  for (const rule of css
    .replaceAll('<!--', '')
    .replace(/\/\*[^*]*\*\//g, '')
    .split('}')) {
    const [selectors = '', body = ''] = rule.split('{');
    for (const selector of selectors.split(',')) {
      const className = classSelector.exec(selector.trim())?.[1];
      if (className !== undefined)
        rules.set(className, new Map([...(rules.get(className) ?? []), ...parseDeclarations(body)]));
    }
  }
  return rules;
};
