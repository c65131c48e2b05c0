/** Files of a folder that is dropped, at most; the rest is left out. */
const maxFiles = 200;

/** The files that are dragged in, those of folders included, in the order of their names. Bound to the event: read it before any `await`. */
export const droppedFiles = (transfer: DataTransfer): Promise<File[]> => {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  return entries.some((entry) => entry?.isDirectory) ? filesOf(entries) : Promise.resolve(files);
};

/** https://developer.mozilla.org/docs/Web/API/FileSystemDirectoryReader/readEntries: gives some entries at a time, then none. */
const readAll = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0 || all.length >= maxFiles)
      return all.toSorted((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
    all.push(...some);
  }
};

const filesOf = async (entries: readonly (FileSystemEntry | null)[]): Promise<File[]> => {
  const found: File[] = [];
  for (const entry of entries) {
    if (found.length >= maxFiles) break;
    if (entry?.isFile)
      found.push(
        await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
      );
    // What a computer keeps in a folder for itself, `.DS_Store` and the like, nobody meant to upload.
    if (entry?.isDirectory) {
      const inside = await filesOf(await readAll(entry as FileSystemDirectoryEntry));
      found.push(...inside.filter(({ name }) => !name.startsWith('.') && name !== 'Thumbs.db'));
    }
  }
  return found.slice(0, maxFiles);
};
