import type { KnownBlock } from '@slack/types';
import { endEarly } from '../../bot/labels.ts';
import type { Language, Localized } from '../../bot/language.ts';
import type { PictureBlock } from '../../bot/reply.ts';
import { gather, section } from './blocks.ts';
import { plainText } from './elements.ts';
import { escapeText } from './escape.ts';
import { LIMITS } from './limits.ts';
import type { PlacedPictures } from './pictures.ts';

/**
 * A picture as an image block.
 * @param pictures Undefined when Slack can't fetch any from this bot: then its words stand there, and why.
 */
export function renderPicture(
  picture: PictureBlock,
  pictures: PlacedPictures | undefined,
  language: Language,
): KnownBlock[] {
  const image_url = pictures?.get(picture);
  if (image_url !== undefined) {
    return [{ type: 'image', image_url, alt_text: endEarly(picture.alt, LIMITS.altText) }];
  }
  const why: KnownBlock[] =
    pictures === undefined && picture.isHidden !== true
      ? [{ type: 'context', elements: [plainText(noPicture[language])] }]
      : [];
  return [...why, ...gather(picture.lines.map(escapeText)).map(section)];
}

const noPicture: Localized = {
  en: 'There is a picture of this, but Slack can’t fetch it: this bot has no public address here. What it shows, in words:',
  uk: 'Про це є зображення, але Slack не може його отримати: цей бот не має тут публічної адреси. Те саме словами:',
};
