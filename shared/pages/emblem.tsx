/** Our own mark: a crane over two waves, in a ring. It represents no office and copies no emblem of the state. */
export const Emblem = () => (
  <svg class="emblem" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
    <circle cx="32" cy="32" r="30" fill="none" stroke="currentColor" stroke-width="2" />
    <circle cx="32" cy="32" r="26" fill="none" stroke="currentColor" stroke-width="0.8" />
    <circle cx="43" cy="19" r="4.5" fill="currentColor" />
    <path
      fill="currentColor"
      d="M12 29c8-1 14-6 19-14-1 6-2 10-1 13 6-1 11 0 16 4l8 1-8 2c-4 5-10 7-17 5-6-2-10-6-17-11z"
    />
    <path
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      d="M13 46c5-4 8-4 13 0s8 4 13 0 8-4 12 0M18 52c4-3 6-3 10 0s6 3 10 0 6-3 9 0"
    />
  </svg>
);

/** The mark as favicon. Inlined as a data URL, in the few characters that one must escape: a request costs as much as ten kilobytes. */
export const iconUrl = `data:image/svg+xml,${encodeURI(
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'><rect width='64' height='64' rx='12' fill='#8a1c1c'/><circle cx='43' cy='19' r='5' fill='#f2c14e'/><path fill='#f2c14e' d='M10 31c8-1 15-7 20-16-1 7-2 11-1 14 7-1 12 0 17 4l9 1-9 2c-4 6-11 8-18 6-7-2-11-6-18-11z'/><path fill='none' stroke='#f2c14e' stroke-width='3' stroke-linecap='round' d='M12 51c5-4 8-4 13 0s8 4 13 0 8-4 13 0'/></svg>",
).replaceAll('#', '%23')}`;
