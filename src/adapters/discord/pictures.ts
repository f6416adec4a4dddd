import { type APIComponentInContainer, type APIContainerComponent, ComponentType } from 'discord.js';
import type { DrawnPictures } from '../../bot/drawn-pictures.ts';
import { endEarly } from '../../bot/labels.ts';
import type { PictureBlock } from '../../bot/reply.ts';
import { text } from './components.ts';
import { escapeText } from './escape.ts';
import { LIMITS } from './limits.ts';
import type { PictureFile } from './message.ts';

/** Discord waits three seconds for the answer as a whole. */
const fetchWithinMs = 1_500;

/** A picture in a gallery, with all that it says as its description; what was not drawn is shown in words. */
export function renderPicture(picture: PictureBlock, pictures: DrawnPictures): APIComponentInContainer[] {
  if (!pictures.has(picture)) {
    return picture.lines.length === 0 ? [] : [text(picture.lines.map(escapeText).join('\n'))];
  }
  const media = { url: `attachment://${fileNameOf(picture)}` };
  const description = endEarly(picture.alt, LIMITS.mediaDescription);
  return [{ type: ComponentType.MediaGallery, items: [{ media, description }] }];
}

/** The files to which the galleries refer. */
export function filesOf(pictures: DrawnPictures): PictureFile[] {
  return [...pictures].map(([picture, { png }]) => ({
    attachment: Buffer.from(png),
    name: fileNameOf(picture),
  }));
}

function fileNameOf({ name }: PictureBlock): string {
  return `${name}.png`;
}

/** A container to be sent again, with the files that it shows. */
interface Copy {
  readonly container: APIContainerComponent;
  readonly files: readonly PictureFile[];
}

/** What a private message shows can't be linked to: its pictures are fetched, to be sent once more. */
export async function copyWithPictures(
  container: APIContainerComponent,
  report: (error: unknown) => void,
): Promise<Copy> {
  const files: PictureFile[] = [];
  const copy = async (component: APIComponentInContainer): Promise<APIComponentInContainer[]> => {
    if (component.type !== ComponentType.MediaGallery) return [component];
    try {
      const fetched = await Promise.all(component.items.map(({ media }) => fetchPicture(media.url)));
      files.push(...fetched);
      const items = component.items.map((item, index) => ({
        media: { url: `attachment://${fetched[index]?.name}` },
        ...(item.description ? { description: item.description } : {}),
      }));
      return [{ type: ComponentType.MediaGallery, items }];
    } catch (error) {
      // The facts stand below it: the answer is shared without its picture.
      report(error);
      return [];
    }
  };
  const components = (await Promise.all(container.components.map(copy))).flat();
  return { container: { ...container, components }, files };
}

async function fetchPicture(url: string): Promise<PictureFile> {
  const response = await fetch(url, { signal: AbortSignal.timeout(fetchWithinMs) });
  if (!response.ok) throw new Error(`a shared picture could not be fetched: ${response.status}`);
  const name = new URL(url).pathname.split('/').at(-1) ?? 'picture.png';
  return { attachment: Buffer.from(await response.arrayBuffer()), name };
}
