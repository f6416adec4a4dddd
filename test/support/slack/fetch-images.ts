import { type Json, recordOf, recordsOf, textIn } from './json.ts';
import { SlackError } from './validate.ts';

/** A picture as Slack got it from the address in a block. */
export interface FetchedImage {
  readonly url: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * Fetches the pictures of a message or view, as Slack does before it takes one.
 *
 * @param status The HTTP status to refuse with.
 * @throws {SlackError} `invalid_blocks` when there is no picture at an address
 */
export async function fetchImages(body: Json, status: number): Promise<FetchedImage[]> {
  const blocks = [...recordsOf(body.blocks), ...recordsOf(recordOf(body.view).blocks)];
  const urls = blocks.filter(({ type }) => type === 'image').map(({ image_url }) => textIn(image_url));
  return Promise.all(urls.map((url) => fetchImage(url, status)));
}

async function fetchImage(url: string, status: number): Promise<FetchedImage> {
  const problem = `downloading image failed [image_url: ${url}]`;
  const response = await fetch(url).catch(() => undefined);
  const contentType = response?.headers.get('content-type') ?? '';
  if (response?.ok !== true || !contentType.startsWith('image/')) {
    throw new SlackError('invalid_blocks', [problem], status);
  }
  return { url, contentType, bytes: new Uint8Array(await response.arrayBuffer()) };
}
