import { useSignal } from '@preact/signals';
import { render } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Api, ApiContext } from '../../../../../functions/console/browser/api/api-context.ts';
import { GalleryField } from '../../../../../functions/console/browser/images/gallery-field.tsx';
import type { GalleryItem } from '../../../../../functions/console/browser/images/gallery-list.ts';
import { ImagesProvider } from '../../../../../functions/console/browser/images/images-context.tsx';
import { PictureField } from '../../../../../functions/console/browser/images/picture-field.tsx';
import type { Session } from '../../../../../functions/console/browser/session/session.ts';
import { SessionContext } from '../../../../../functions/console/browser/session/session-context.ts';
import {
  AnnouncementContext,
  Announcer,
  createAnnouncement,
} from '../../../../../functions/console/browser/ui/announcer.tsx';
import {
  createNotices,
  NoticeList,
  NoticesContext,
} from '../../../../../functions/console/browser/ui/notices.tsx';
import type { Image } from '../../../../../shared/images/image.ts';
import { anImage, imageIdOf } from '../../../../support/image-fixture.ts';

/** An API of images in memory: 60 of them, of which the first five are described. Uploads are announced, sent to nowhere, and completed. */
const memoryApi = (): Api => {
  const images = new Map<string, Image>(
    Array.from({ length: 60 }, (_, n) => {
      const alt = n < 5 ? `Hồ Sen Trắng lúc ${n + 5} giờ` : '';
      return [imageIdOf(n), anImage(n, { alt, fileName: `anh-${n}.jpg`, credit: n % 2 ? 'Lan Trần' : '' })];
    }),
  );
  const answer = (
    route: string,
    { path = { id: '' }, body = {} }: { path?: { id: string }; body?: Partial<Image> },
  ): unknown => {
    if (route === 'GET /api/admin/images') return { items: [...images.values()].slice(0, 9), next: null };
    if (route === 'POST /api/admin/images') {
      const id = imageIdOf(images.size);
      images.set(id, anImage(images.size, { fileName: body.fileName ?? '' }));
      return { id, upload: { url: '/upload', fields: {} } };
    }
    const image = images.get(path.id);
    if (image && route.startsWith('PATCH')) images.set(path.id, { ...image, ...body });
    return images.get(path.id);
  };
  const call = async (route: string, options: object = {}) => ({
    status: 200,
    version: null,
    body: answer(route, options),
  });
  return { call } as unknown as Api;
};

const session = { user: { name: 'editor', role: 'editor' } } as Session;
const api = memoryApi();

/** The fields of pictures, with what they hold as text. */
const Fields = ({ count }: { count: number }) => {
  const cover = useSignal<string | null>(null);
  const gallery = useSignal<GalleryItem[]>(
    Array.from({ length: count }, (_, n) => ({ image: imageIdOf(n), caption: `Ảnh ${n}` })),
  );
  return (
    <main class="frame">
      <h1>Bài viết</h1>
      <PictureField
        purpose="ảnh đại diện"
        value={cover.value}
        onChange={(id) => {
          cover.value = id;
        }}
      />
      <GalleryField
        value={gallery.value}
        onChange={(items) => {
          gallery.value = items;
        }}
      />
      <output id="cover" hidden>
        {cover.value}
      </output>
      <output id="gallery" hidden>
        {gallery.value.map(({ image, caption }) => `${Number(image.slice(-2))} ${caption}`).join('; ')}
      </output>
    </main>
  );
};

const Page = () => {
  const notices = useMemo(createNotices, []);
  const announcement = useMemo(createAnnouncement, []);
  const count = Number(new URLSearchParams(location.search).get('count') ?? 4);
  return (
    <SessionContext.Provider value={session}>
      <ApiContext.Provider value={api}>
        <NoticesContext.Provider value={notices}>
          <AnnouncementContext.Provider value={announcement}>
            <ImagesProvider>
              <Fields count={count} />
            </ImagesProvider>
            <NoticeList />
            <Announcer />
          </AnnouncementContext.Provider>
        </NoticesContext.Provider>
      </ApiContext.Provider>
    </SessionContext.Provider>
  );
};

render(<Page />, document.body);
