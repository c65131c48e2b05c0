// Reports a visit, and shows the totals of the reply. Without this script the rendered totals stay.
{
  const minute = 60_000;
  const box = document.querySelector('.visits');
  const { article } = box.dataset;
  const retries = 3;

  const show = (totals) => {
    for (const place of box.querySelectorAll('[data-count]')) {
      place.textContent = totals[place.dataset.count].toLocaleString('vi');
    }
  };
  const shownTotal = () => Number(box.querySelector('[data-count=total]').textContent.replace(/\D/g, ''));
  const recall = () => {
    try {
      return JSON.parse(localStorage.visit) || {};
    } catch {
      return {};
    }
  };
  const newId = () => crypto.randomUUID?.() ?? URL.createObjectURL(new Blob()).slice(-36);

  const read = () => {
    const now = Date.now();
    let visit = recall();
    // A visit is a browser's activity with no gap of half an hour.
    if (!(now - visit.at < 30 * minute)) visit = { id: newId(), read: [] };
    const keep = () => {
      localStorage.visit = JSON.stringify(visit);
    };
    const send = async (left) => {
      try {
        const body = JSON.stringify({ visit: visit.id, article });
        const reply = await fetch('/api/visits', { method: 'POST', keepalive: true, body });
        if (!reply.ok) throw reply;
        visit.totals = await reply.json();
        visit.sent = now;
        if (article) visit.read.push(article);
        keep();
        show(visit.totals);
      } catch ({ status = 503 }) {
        // Sent again it is the same visit, so it cannot be counted twice.
        if (left && (status > 499 || status === 429))
          setTimeout(send, (minute / 6) * Math.random(), left - 1);
      }
    };

    visit.at = now;
    try {
      keep();
    } catch {
      // Without storage a visit cannot be recognized on the next page: better not counted than counted twice.
      return;
    }
    // The page may have been rendered before the last reply, or after it.
    if (visit.totals?.total > shownTotal()) show(visit.totals);
    if (!(now - visit.sent < 5 * minute) || (article && !visit.read.includes(article))) send(retries);
  };

  // A page that is prefetched, or in a background tab, is not read yet.
  const readWhenSeen = () => {
    if (document.visibilityState !== 'visible') return;
    document.removeEventListener('visibilitychange', readWhenSeen);
    read();
  };
  document.addEventListener('visibilitychange', readWhenSeen);
  readWhenSeen();
}
