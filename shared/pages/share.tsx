type Props = { title: string; path: string; origin: string };

/** Ways to pass an article on: plain links, which tell nobody anything until they are followed. A site without a name of its own has nothing to pass on. */
export const Share = ({ title, path, origin }: Props) => {
  if (!origin) return null;
  const address = encodeURIComponent(origin + path);
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${address}`;
  return (
    <p class="share">
      Chia sẻ:{' '}
      <a href={`https://www.facebook.com/sharer/sharer.php?u=${address}`} rel="noopener">
        Facebook
      </a>{' '}
      <a href={mail}>Thư điện tử</a>
    </p>
  );
};
