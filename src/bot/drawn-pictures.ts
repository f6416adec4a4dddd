import type { DrawnPicture, PictureBlock, Reply } from './reply.ts';

/** The pictures of one reply, as far as they could be drawn. */
export type DrawnPictures = ReadonlyMap<PictureBlock, DrawnPicture>;

/** For platforms, and moments, without pictures: their words are shown. */
export const noPictures: DrawnPictures = new Map();

/**
 * Draws the pictures of a reply but those that are hidden. One that can't be drawn is left out, and its words are shown instead: an answer is not
 * lost over its picture.
 * @param report Is told what went wrong.
 */
export async function drawPictures(
  reply: Pick<Reply, 'blocks'>,
  report: (error: unknown) => void,
): Promise<DrawnPictures> {
  const pictures = reply.blocks
    .filter((block) => block.type === 'picture')
    .filter(({ isHidden }) => !isHidden);
  const drawn = new Map<PictureBlock, DrawnPicture>();
  for (const picture of pictures) {
    try {
      drawn.set(picture, await picture.render());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      report(new Error(`the picture ${picture.name} can't be drawn: ${reason}`, { cause: error }));
    }
  }
  return drawn;
}
