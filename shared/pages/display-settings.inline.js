// Theme and text size, stored on the device.
{
  const { dataset } = document.documentElement;
  const display = document.querySelector('.display');
  const select = display.querySelector('select');
  const keep = () => {
    const { theme, size } = dataset;
    try {
      localStorage.display = JSON.stringify({ theme, size });
    } catch {}
  };

  select.value = dataset.theme ?? '';
  select.onchange = () => {
    dataset.theme = select.value;
    if (!select.value) delete dataset.theme;
    keep();
  };
  display.onclick = ({ target }) => {
    if (!target.type.startsWith('b')) return;
    dataset.size =
      target.value === '0' ? 0 : Math.min(Math.max(Number(dataset.size ?? 0) + Number(target.value), -1), 3);
    keep();
  };
}
