import { Script } from './script.tsx';
import { suggestionsScript } from './scripts.ts';

export const searchPath = '/tim-kiem';

/** The search form of every page, with the script that suggests titles. */
export const SearchBox = ({ text = '' }: { text?: string | undefined }) => (
  <search>
    <form class="search" action={searchPath}>
      <label class="hidden" for="tim">
        Tìm tin tức
      </label>
      <div>
        <input
          id="tim"
          name="q"
          type="search"
          value={text}
          maxLength={300}
          placeholder="Tìm tin tức"
          autocomplete="off"
          enterkeyhint="search"
        />
        <ul id="goi-y" aria-label="Gợi ý" hidden />
      </div>
      <button type="submit">Tìm</button>
      <Script text={suggestionsScript} />
    </form>
  </search>
);
