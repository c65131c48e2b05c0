/** What a page says of itself to search engines, in the words of https://schema.org. A data block: no policy stands against it, for nothing runs. */
export type JsonLd = { '@type': string } & Record<string, unknown>;

/** `<` is escaped, so that no text can end the block: https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements */
export const JsonLdBlock = ({ of }: { of: readonly JsonLd[] }) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{
      __html: JSON.stringify({ '@context': 'https://schema.org', '@graph': of }).replaceAll('<', '\\u003c'),
    }}
  />
);
