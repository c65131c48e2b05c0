// Suggests titles below the search box, by the combobox pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
{
  const box = document.querySelector('#tim');
  const list = document.querySelector('#goi-y');
  const longest = 6;
  let titles;
  let at = -1;

  const fold = (text) =>
    ` ${text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/đ/g, 'd')
      .replace(/[^a-z0-9]+/g, ' ')}`;
  const set = (name, value) => box.setAttribute(`aria-${name}`, value);
  const close = () => {
    list.hidden = true;
    set('expanded', false);
    set('activedescendant', '');
    at = -1;
  };
  const take = (option) => {
    box.value = option.textContent;
    close();
    box.form.requestSubmit();
  };
  const show = async () => {
    titles ??= fetch('/tim-kiem/goi-y.json')
      .then((reply) => reply.json())
      .then((all) => all.map((title) => [title, fold(title)]))
      .catch(() => []);
    const all = await titles;
    const typed = fold(box.value).trim();
    const found = typed ? all.filter(([, folded]) => folded.includes(` ${typed}`)).slice(0, longest) : [];
    close();
    list.replaceChildren(
      ...found.map(([title], n) => {
        const option = document.createElement('li');
        option.id = `goi-y-${n}`;
        option.role = 'option';
        option.textContent = title;
        option.onpointerdown = (event) => event.preventDefault();
        option.onclick = () => take(option);
        return option;
      }),
    );
    list.hidden = !found.length;
    set('expanded', !!found.length);
  };

  box.role = 'combobox';
  list.role = 'listbox';
  set('autocomplete', 'list');
  set('controls', list.id);
  close();
  box.addEventListener('input', show);
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    const { key } = event;
    const options = list.children;
    if (list.hidden || event.isComposing) return;
    if (key === 'Escape') close();
    else if (key === 'Enter' && at >= 0) take(options[at]);
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      options[at]?.removeAttribute('aria-selected');
      at = (at + (key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1) + options.length) % options.length;
      options[at].setAttribute('aria-selected', true);
      set('activedescendant', options[at].id);
    } else return;
    event.preventDefault();
  });
}
