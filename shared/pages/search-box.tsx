import { Script } from './script.tsx';
import { suggestionsScript } from './scripts.ts';

export const searchPath = '/tim-kiem';

/** A form that leads to the answers, on every page, and the script that suggests titles to whoever types. */
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
