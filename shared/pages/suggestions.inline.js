// Suggests titles below the search box, by the combobox pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
{
  const box = document.querySelector('#tim');
  const list = document.querySelector('#goi-y');
  const longest = 6;
  let titles;
  let at;

  // Folds as the search does, without the letters of other alphabets: shared/text/fold.ts.
  const fold = (text) =>
    ` ${text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/đ/g, 'd')
      .replace(/[^a-z0-9]+/g, ' ')
      .replace(/\b([hklmstv]|qu)y\b/g, '$1i')
      .trim()}`;
  // Reads keys of Telex and VNI: those of tones and marks follow the first vowel of a word.
  const decode = (text) =>
    fold(
      text
        .replace(/([a-z])\d+/g, '$1')
        .replace(/([aeod])\1/g, '$1')
        .replace(/([aeiouy]\w*?)[sfrxjzw]/g, '$1')
        .replace(/([aeiouy]\w*?)[sfrxjzw]/g, '$1')
        .replace(/w/g, 'u'),
    );
  const set = (name, value) => box.setAttribute(`aria-${name}`, value);
  const show = (found) => {
    list.replaceChildren(...found);
    list.hidden = !found[0];
    set('expanded', !list.hidden);
    set('activedescendant', '');
    at = -1;
  };
  const close = () => show([]);
  const suggest = async () => {
    titles ??= fetch('/tim-kiem/goi-y.json')
      .then((reply) => reply.json())
      .then((all) => all.map((title) => [title, fold(title)]))
      .catch(() => []);
    const all = await titles;
    const matches = (text) => all.filter(([, folded]) => text > ' ' && folded.includes(text));
    let found = matches(fold(box.value));
    if (!found[0]) found = matches(decode(fold(box.value)));
    show(
      found.slice(0, longest).map(([title], n) => {
        const option = document.createElement('li');
        option.id = `goi-y-${n}`;
        option.role = 'option';
        option.textContent = title;
        option.onpointerdown = (event) => event.preventDefault();
        option.onclick = () => {
          box.value = title;
          close();
          box.form.requestSubmit();
        };
        return option;
      }),
    );
  };

  box.role = 'combobox';
  list.role = 'listbox';
  set('autocomplete', 'list');
  set('controls', list.id);
  close();
  box.addEventListener('input', suggest);
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    const { key } = event;
    const options = list.children;
    if (list.hidden || event.isComposing) return;
    if (key === 'Escape') close();
    else if (key === 'Enter' && at >= 0) options[at].click();
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      options[at]?.removeAttribute('aria-selected');
      at = (at + (key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1) + options.length) % options.length;
      options[at].setAttribute('aria-selected', true);
      set('activedescendant', options[at].id);
    } else return;
    event.preventDefault();
  });
}
