// Applies the reader's choices before the first paint, and marks that scripts run.
{
  const { dataset } = document.documentElement;
  dataset.js = '';
  try {
    Object.assign(dataset, JSON.parse(localStorage.display ?? '{}'));
  } catch {}
}
