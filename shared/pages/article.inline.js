// The tools of an article: copy its address, save it as one file, print it, read it aloud.
{
  const tools = document.querySelector('.tools');
  const output = tools.querySelector('output');
  const speech = window.speechSynthesis;
  const voice = () => speech.getVoices().find(({ lang }) => /^vi/i.test(lang));
  const dataUrl = async (address) => {
    const reader = new FileReader();
    reader.readAsDataURL(await (await fetch(address)).blob());
    await new Promise((done) => (reader.onload = done));
    return reader.result;
  };

  const actions = {
    print: () => print(),
    async copy() {
      await navigator.clipboard.writeText(document.querySelector('[rel=canonical]').href);
      output.textContent = 'Đã sao chép liên kết.';
    },
    async save() {
      const page = document.documentElement.cloneNode(true);
      const shown = document.querySelectorAll('picture img');
      for (const [at, image] of page.querySelectorAll('picture img').entries()) {
        image.src = await dataUrl(shown[at].currentSrc || image.src);
        image.srcset = '';
      }
      for (const link of page.querySelectorAll('a')) link.setAttribute('href', link.href);
      for (const part of page.querySelectorAll(
        'script,nav,aside,dialog,source,.skip,.display,.tools,.related',
      ))
        part.remove();
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['<!doctype html>', page.outerHTML]));
      link.download = `${document.title}.html`;
      link.click();
    },
    read() {
      const wasReading = speech.speaking;
      speech.cancel();
      if (wasReading) return;
      for (const part of document.querySelectorAll('.article h1,.sapo,.body')) {
        for (const text of part.innerText.split('\n')) {
          const words = new SpeechSynthesisUtterance(text);
          words.voice = voice();
          speech.speak(words);
        }
      }
    },
  };
  tools.onclick = ({ target }) => actions[target.value]?.();

  const offer = () => {
    tools.querySelector('[value=read]').hidden = !voice();
  };
  if (speech) {
    speech.onvoiceschanged = offer;
    offer();
  }
}
