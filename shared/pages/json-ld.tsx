/** Structured data for search engines (https://schema.org). A data block: no policy applies, because nothing runs. */
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
