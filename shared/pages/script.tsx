/** An inline script, which the policy names by its hash. */
export const Script = ({ text }: { text: string }) => <script dangerouslySetInnerHTML={{ __html: text }} />;
