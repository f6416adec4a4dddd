import type { Language } from '../bot/language.ts';
import { privacySections } from '../bot/privacy.ts';
import type { Block, Content } from '../bot/reply.ts';
import { defineCommand } from './define-command.ts';
import { wipe, wipeOption } from './wipe.ts';

export const privacy = defineCommand({
  name: 'privacy',
  description: {
    en: 'Show what is read and kept, for how long, and have it deleted.',
    uk: 'Показати, що читається і зберігається та як довго, і видалити це.',
  },
  isUpkeep: true,
  options: { wipe: wipeOption },
  run: (given, invocation, { places }) =>
    given.wipe === undefined ? tell(invocation.language) : wipe(given.wipe, invocation, places),
});

function tell(language: Language): Content {
  const sections = privacySections.flatMap(({ title, lines }): Block[] => [
    { type: 'heading', text: title[language] },
    { type: 'text', text: lines.map((line) => `• ${line[language]}`).join('\n') },
  ]);
  return { visibility: 'shareable', blocks: sections };
}
