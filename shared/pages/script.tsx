/** One of our own scripts, which the policy names by its hash. */
export const Script = ({ text }: { text: string }) => <script dangerouslySetInnerHTML={{ __html: text }} />;
