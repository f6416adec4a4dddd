import type { Language, Localized } from '../bot/language.ts';
import type { ListItem } from '../bot/reply.ts';
import { factChoice } from './compose-answer.ts';
import { aboutOf, proposalOf } from './corpus-text.ts';
import { defineCommand, type Services } from './define-command.ts';
import { summariseSettings } from './settings-text.ts';

export const help = defineCommand({
  name: 'help',
  description: {
    en: 'Show the commands and how answers are to be read.',
    uk: 'Показати команди та пояснити, як читати відповіді.',
  },
  options: {},
  run: (_arguments, { language, place, settings }, { knowledge, commands }) => {
    const [example] = knowledge.suggest('', 1);
    return {
      visibility: 'shareable',
      blocks: [
        { type: 'heading', text: heading(aboutOf(knowledge.about, language).name)[language] },
        { type: 'text', text: howToRead[language] },
        { type: 'list', items: commands.map((command) => toItem(command, language)) },
        ...(settings === undefined || place.tenant === undefined
          ? []
          : [
              {
                type: 'text' as const,
                text: summariseSettings(settings, { language, here: place.channel }),
              },
            ]),
        ...(example === undefined
          ? []
          : [
              {
                type: 'choices' as const,
                title: forExample[language],
                choices: [factChoice(example.factId, proposalOf(example, knowledge.facts, language))],
              },
            ]),
      ],
    };
  },
});

function toItem({ name, description, options }: Services['commands'][number], language: Language): ListItem {
  const names = Object.entries(options).map(([option, { required }]) => (required ? option : `[${option}]`));
  return { label: [name, ...names].join(' '), text: description[language] };
}

const heading = (subject: string): Localized => ({
  en: `Answers about ${subject}`,
  uk: `Відповіді на тему: ${subject}`,
});

const howToRead: Localized = {
  en: 'Every answer is made of reviewed facts and names its sources. Claims are marked as claims with their speaker, figures that differ stand side by side, and what has been overtaken is told as history. Where there is no sourced fact, I say so.',
  uk: 'Кожна відповідь складається з перевірених фактів і називає свої джерела. Твердження позначено як твердження, із зазначенням, чиї вони; цифри, що різняться, стоять поруч; те, що втратило чинність, подано як історію. Якщо підтвердженого джерелами факту немає, я так і кажу.',
};

const forExample: Localized = { en: 'For example', uk: 'Наприклад' };
