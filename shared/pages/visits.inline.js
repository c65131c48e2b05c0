// Reports a visit and the articles opened in it, and shows the totals of a reply. Without this script the rendered totals stay.
{
  const minute = 60_000;
  const box = document.querySelector('.visits');
  const { article } = box.dataset;
  const retries = 3;
  let visit;
  let staysOnSite;

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

  // Joins what other tabs kept. Another visit that has begun took over what was not sent.
  const update = (ids = [], state, change) => {
    const kept = recall();
    if (kept.id !== visit.id) return;
    visit = { ...kept, ...change, articles: { ...visit.articles, ...kept.articles } };
    for (const id of ids) visit.articles[id] = state;
    localStorage.visit = JSON.stringify(visit);
    return visit;
  };
  // Articles by state: 0 is not sent, 1 not answered, 2 answered.
  const idsBelow = (state) => Object.keys(visit.articles).filter((id) => visit.articles[id] < state);

  const send = async (left) => {
    // What was not answered goes along: repeated, it is the same read and cannot be counted twice. A beacon has room for ten.
    const articles = idsBelow(2).slice(-10);
    update(articles, 1);
    try {
      const body = JSON.stringify({ visit: visit.id, articles });
      const reply = await fetch('/api/visits', { method: 'POST', keepalive: true, body });
      if (!reply.ok) throw reply;
      const totals = await reply.json();
      update(articles, 2, { totals, sent: Date.now() });
      show(totals);
    } catch ({ status = 503 }) {
      if (left && (status > 499 || status === 429)) setTimeout(send, (minute / 6) * Math.random(), left - 1);
    }
  };
  const sendGathered = () => {
    if (update() && idsBelow(1)[0]) send(retries);
  };

  const read = () => {
    const now = Date.now();
    const last = recall();
    // A visit is a browser's activity with no gap of half an hour.
    const isSame = now - last.at < 30 * minute;
    visit = { ...(isSame ? last : { id: newId() }), at: now, articles: {} };
    if (article) visit.articles[article] = 0;
    for (const id in last.articles) {
      if (isSame || !last.articles[id]) visit.articles[id] = last.articles[id];
    }
    try {
      localStorage.visit = JSON.stringify(visit);
    } catch {
      // Without storage a visit cannot be recognized on the next page: better not counted than counted twice.
      visit = null;
      return;
    }
    // The page may have been rendered before the last reply, or after it.
    if (visit.totals?.total > shownTotal()) show(visit.totals);
    const wait = 5 * minute - Math.abs(now - visit.sent);
    if (wait > 0) setTimeout(sendGathered, wait);
    else send(retries);
  };

  // A page that is prefetched, or in a background tab, is not read yet. That it is hidden is the last a page learns.
  const onVisibility = () => {
    if (document.visibilityState === 'visible') visit || read();
    else if (visit && !staysOnSite) sendGathered();
  };
  // The next page of the site sends what this one gathered.
  document.addEventListener('click', ({ target, defaultPrevented }) => {
    staysOnSite = !defaultPrevented && target.closest('a')?.host === location.host;
  });
  document.addEventListener('visibilitychange', onVisibility);
  onVisibility();
}
