import { type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The text that a screen reader is to say. A repeated text gets a trailing space, so that it is said again. */
export const createAnnouncement = (): Signal<string> => signal('');

export const AnnouncementContext = createContext<Signal<string> | null>(null);

/** A function that has a screen reader say a text, politely. */
export const useAnnounce = (): ((text: string) => void) => {
  const announcement = useContext(AnnouncementContext);
  if (!announcement) throw new Error('No announcement above this component');
  return (text) => {
    announcement.value = announcement.value === text ? `${text} ` : text;
  };
};

/** The live region. */
export const Announcer = () => (
  <p class="visually-hidden" role="status">
    {useContext(AnnouncementContext)}
  </p>
);
