import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../errors.ts';
import { type Draft, renderDraft } from './draft.ts';

/** The error, with where to find the answers that were given before it happened, if there were any. */
export async function keepDraft(
  error: UserError,
  options: { readonly draft: Draft; readonly given: Draft; readonly url: string; readonly path: string },
): Promise<UserError> {
  const text = renderDraft(options.draft);
  if (text === renderDraft(options.given)) return error;
  await mkdir(dirname(options.path), { recursive: true });
  await writeFile(options.path, text);
  return new UserError(error.message, {
    nextStep: `${error.nextStep} Your answers are kept: npm run corpus -- add "${options.url}" --from ${options.path}`,
  });
}
