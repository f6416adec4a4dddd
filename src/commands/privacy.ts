import type { Invocation } from '../bot/command.ts';
import { type CountedNoun, countNoun, type Language, type Localized } from '../bot/language.ts';
import type { Places, Wiped } from '../bot/places.ts';
import { privacySections } from '../bot/privacy.ts';
import type { Block, Content } from '../bot/reply.ts';
import { UserError } from '../errors.ts';
import { defineCommand } from './define-command.ts';
import { requirePermission } from './permission.ts';

/** What asks for a confirmation, and what is one. */
const asked = ['yes', 'так'];
const confirmed = 'confirmed';

export const privacy = defineCommand({
  name: 'privacy',
  description: {
    en: 'Show what is read and kept, for how long, and have it deleted.',
    uk: 'Показати, що читається і зберігається та як довго, і видалити це.',
  },
  isUpkeep: true,
  options: {
    wipe: {
      type: 'text',
      description: {
        en: 'yes: delete what is kept of this place; asks once more before',
        uk: 'yes: видалити все, що зберігається про це місце; перед тим перепитую',
      },
      values: [{ value: 'yes', label: { en: 'yes, delete it', uk: 'так, видалити' } }],
    },
  },
  run: async ({ wipe }, invocation, { places }) => {
    const { language } = invocation;
    if (wipe === undefined) return tell(language);
    const word = wipe.toLowerCase();
    if (!asked.includes(word) && word !== confirmed)
      throw new UserError(noSuchWipe[language], { nextStep: onlyYes[language] });
    if (places === undefined) return say(nothingKept[language]);
    // Outside of servers and workspaces it is their own conversation.
    if (invocation.place.tenant !== undefined) await requirePermission(invocation);
    return word === confirmed ? wipeNow(invocation, places) : confirm(language);
  },
});

function tell(language: Language): Content {
  const sections = privacySections.flatMap(({ title, lines }): Block[] => [
    { type: 'heading', text: title[language] },
    { type: 'text', text: lines.map((line) => `• ${line[language]}`).join('\n') },
  ]);
  return { visibility: 'shareable', blocks: sections };
}

function confirm(language: Language): Content {
  return {
    visibility: 'private',
    blocks: [
      { type: 'text', text: willDelete[language] },
      {
        type: 'choices',
        title: sure[language],
        choices: [
          { label: deleteIt[language], command: 'privacy', arguments: { wipe: confirmed } },
          { label: keepIt[language], command: 'privacy', arguments: {} },
        ],
      },
    ],
  };
}

async function wipeNow({ place, language }: Invocation, places: Places): Promise<Content> {
  return say(describeWiped(await places.wipe(place))[language]);
}

function describeWiped({ questions, feedback, hadSettings }: Wiped): Localized {
  const noted = countNoun(questions, questionNoun);
  const said = countNoun(feedback, remarkNoun);
  return {
    en: `Deleted: ${noted.en}, ${said.en}, and ${hadSettings ? 'the settings' : 'no settings, as there were none'}. Nothing of this place is kept now.`,
    uk: `Видалено: ${noted.uk}, ${said.uk} та ${hadSettings ? 'налаштування' : 'жодних налаштувань, бо їх не було'}. Тепер про це місце нічого не зберігається.`,
  };
}

function say(text: string): Content {
  return { visibility: 'private', blocks: [{ type: 'text', text }] };
}

const questionNoun: CountedNoun = {
  en: ['noted question', 'noted questions'],
  uk: ['занотоване запитання', 'занотовані запитання', 'занотованих запитань'],
};

const remarkNoun: CountedNoun = {
  en: ['piece of feedback', 'pieces of feedback'],
  uk: ['відгук', 'відгуки', 'відгуків'],
};

const willDelete: Localized = {
  en: 'This deletes the settings of this place, the questions noted here, and the feedback given here. It can not be undone.',
  uk: 'Це видалить налаштування цього місця, занотовані тут запитання й надані тут відгуки. Скасувати це не можна.',
};

const sure: Localized = { en: 'Are you sure?', uk: 'Ви впевнені?' };
const deleteIt: Localized = { en: 'Delete it all', uk: 'Видалити все' };
const keepIt: Localized = { en: 'Keep it', uk: 'Залишити' };

const nothingKept: Localized = {
  en: 'There is nothing to delete: I have no database, and keep nothing.',
  uk: 'Видаляти нічого: бази даних немає, і я нічого не зберігаю.',
};

const noSuchWipe: Localized = {
  en: 'Nothing was deleted: wipe can only be yes.',
  uk: 'Нічого не видалено: wipe може бути лише yes.',
};

const onlyYes: Localized = {
  en: 'Give wipe: yes, and I ask once more before anything is deleted.',
  uk: 'Вкажіть wipe: yes, і перед видаленням я перепитаю.',
};
