// What a reader has chosen on this device, before anything is painted; and that a script runs at all.
{
  const { dataset } = document.documentElement;
  dataset.js = '';
  try {
    Object.assign(dataset, JSON.parse(localStorage.display ?? '{}'));
  } catch {}
}
