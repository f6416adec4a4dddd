import type { UploadedFile } from './api.ts';
import { allComponents } from './components.ts';
import { type Json, recordOf, recordsOf, textIn } from './json.ts';
import { LIMITS } from './limits.ts';
import { type Problem, problem } from './problems.ts';

/**
 * Checks that uploaded files and what shows them belong together: each `attachment://` has its file, each file is shown
 * and listed, and none is too large.
 */
export function checkFiles(draft: Json, files: readonly UploadedFile[]): Problem[] {
  const shown = allComponents(draft).flatMap(({ media, file, items }) =>
    [media, file, ...recordsOf(items).map((item) => item.media)].map((one) => textIn(recordOf(one).url)),
  );
  const wanted = shown
    .filter((url) => url.startsWith('attachment://'))
    .map((url) => url.slice('attachment://'.length));
  const names = files.map(({ name }) => name);
  const listed = recordsOf(draft.attachments).map(({ id }) => String(id));
  return [
    ...wanted
      .filter((name) => !names.includes(name))
      .map((name) =>
        problem(
          'components',
          'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
          `The referenced attachment ${name} was not found in the request.`,
        ),
      ),
    // Discord takes such a file and shows it nowhere: in a message with components that is a mistake of the bot.
    ...names
      .filter((name) => !wanted.includes(name) && recordsOf(draft.components).length > 0)
      .map((name) => problem('attachments', 'TEST_FILE_NOT_SHOWN', `${name} is shown by no component.`)),
    ...files
      .filter(({ key }) => !listed.includes(/^files\[(\d+)\]$/.exec(key)?.[1] ?? ''))
      .map(({ key }) =>
        problem('attachments', 'TEST_FILE_NOT_LISTED', `${key} has no entry in attachments.`),
      ),
    ...files
      .filter(({ bytes }) => bytes.length > LIMITS.media.bytes)
      .map(({ name }) => problem('attachments', 'BASE_TYPE_MAX_LENGTH', `${name} is too large.`)),
  ];
}
