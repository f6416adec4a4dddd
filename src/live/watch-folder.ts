import { dirname, resolve, sep } from 'node:path';
import { watch } from 'chokidar';

/** Editors write in several steps; this long after the last one, a file counts as saved. */
const quietMs = 100;
/** However many edits come, nobody waits longer. */
const longestMs = 500;

export interface FolderWatcher {
  close(): Promise<void>;
}

/**
 * Calls `onEdit` after each edit of a file in the folder, once for steps that come together. The folder above is watched
 * with it, so that the folder itself may be moved away and put back, as git does.
 * @param onError What the file system refuses, such as too many watched files.
 */
export async function watchFolder(
  folder: string,
  onEdit: () => void,
  onError: (error: unknown) => void,
): Promise<FolderWatcher> {
  const directory = resolve(folder);
  const above = dirname(directory);
  const isWatched = (path: string) =>
    path === above || path === directory || path.startsWith(directory + sep);
  const watcher = watch(above, {
    ignoreInitial: true,
    depth: 1,
    ignored: (path) => !isWatched(resolve(path)),
  });
  const edits = createSettler(onEdit);
  watcher.on('all', edits.touch).on('error', onError);
  await new Promise<void>((done) => watcher.once('ready', () => done()));
  return {
    close: async () => {
      edits.cancel();
      await watcher.close();
    },
  };
}

/** Waits until touches have stopped, but not for ever. */
function createSettler(act: () => void): { touch(): void; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;
  return {
    touch: () => {
      const now = Date.now();
      if (timer === undefined) latest = now + longestMs;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          timer = undefined;
          act();
        },
        Math.max(0, Math.min(quietMs, latest - now)),
      );
    },
    cancel: () => clearTimeout(timer),
  };
}
