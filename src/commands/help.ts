import type { ListItem } from '../bot/reply.ts';
import { factChoice } from './compose-answer.ts';
import { defineCommand, type Services } from './define-command.ts';

export const help = defineCommand({
  name: 'help',
  description: 'Show the commands and how answers are to be read.',
  options: {},
  run: (_arguments, _invocation, { knowledge, commands }) => {
    const [example] = knowledge.suggest('', 1);
    return {
      visibility: 'shareable',
      blocks: [
        { type: 'heading', text: `Answers about ${knowledge.about.name}` },
        {
          type: 'text',
          text: 'Every answer is made of reviewed facts and names its sources. Claims are marked as claims with their speaker, figures that differ stand side by side, and what has been overtaken is told as history. Where there is no sourced fact, I say so.',
        },
        { type: 'list', items: commands.map(toItem) },
        ...(example === undefined
          ? []
          : [
              {
                type: 'choices' as const,
                title: 'For example',
                choices: [factChoice(example.factId, example.question)],
              },
            ]),
      ],
    };
  },
});

function toItem({ name, description, options }: Services['commands'][number]): ListItem {
  const names = Object.entries(options).map(([option, { required }]) => (required ? option : `[${option}]`));
  return { label: [name, ...names].join(' '), text: description };
}
