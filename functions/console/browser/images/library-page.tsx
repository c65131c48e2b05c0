import { useState } from 'preact/hooks';
import { PageTitle } from '../ui/page-title.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImageDetails } from './image-details.tsx';
import { useUploads } from './images-context.tsx';
import { LibraryResults } from './library-results.tsx';
import { LibrarySearch } from './library-search.tsx';
import { useOwnUploads } from './own-uploads.ts';
import { UploadList } from './upload-list.tsx';
import { type LibraryQuery, useLibrary } from './use-library.ts';

/** The library of pictures: all that were uploaded, found by words; what each shows, where it is used, and its deletion. */
export const LibraryPage = () => {
  const [query, setQuery] = useState<LibraryQuery>({ words: '', state: 'ready' });
  const [openId, setOpenId] = useState<string | null>(null);
  const library = useLibrary(query);
  const { uploads, add } = useOwnUploads(library.prepend);
  const others = useUploads().uploads.value.filter(
    (upload) => upload.phase.is !== 'done' && !uploads.some(({ id }) => id === upload.id),
  );
  return (
    <div class="library">
      <PageTitle title="Kho ảnh" />
      <FileDrop label="Tải ảnh lên" multiple hasPaste onFiles={add} />
      <UploadList uploads={[...others, ...uploads]} />
      <LibrarySearch query={query} onChange={setQuery} />
      <LibraryResults library={library} onPick={({ id }) => setOpenId(id)} />
      <ImageDetails imageId={openId} onClose={() => setOpenId(null)} />
    </div>
  );
};
