// Opens the pictures of a gallery large, one after the other. Without this script each thumbnail links to its picture.
{
  const links = [...document.querySelectorAll('.gallery a')];
  const viewer = document.querySelector('.viewer');
  const [picture, caption, position] = ['img', 'figcaption', 'output'].map((name) =>
    viewer.querySelector(name),
  );
  const swipePixels = 40;
  let at = 0;
  let touchedAt = 0;

  const show = (index) => {
    at = (index + links.length) % links.length;
    picture.src = links[at].href;
    picture.alt = links[at].querySelector('img').alt;
    caption.textContent = links[at].parentElement.querySelector('figcaption')?.textContent ?? '';
    position.textContent = `${at + 1}/${links.length}`;
  };

  for (const [index, link] of links.entries()) {
    link.addEventListener('click', (event) => {
      // A click with a modifier opens a new tab or window.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(index);
      viewer.showModal();
    });
  }
  viewer.addEventListener('click', ({ target }) => {
    if (target.value) show(at + Number(target.value));
  });
  viewer.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight') show(at + 1);
    if (key === 'ArrowLeft') show(at - 1);
  });
  viewer.addEventListener('touchstart', ({ changedTouches }) => {
    touchedAt = changedTouches[0].clientX;
  });
  viewer.addEventListener('touchend', ({ changedTouches }) => {
    const moved = changedTouches[0].clientX - touchedAt;
    if (Math.abs(moved) > swipePixels) show(at - Math.sign(moved));
  });
  viewer.addEventListener('close', () => links[at].focus());
}
