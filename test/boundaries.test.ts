import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));

/** The room of a file: the folder right below src, or the file itself. */
const roomOf = (path: string) => path.split('/')[1]?.replace(/\.ts$/, '') ?? '';

const imports = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, target = '']) => ({
    file,
    from: roomOf(file),
    to: roomOf(normalize(join(dirname(file), target))),
  })),
);

/** Which rooms each room may look into. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  bot: ['errors'],
  knowledge: ['errors'],
  pictures: [],
  commands: ['bot', 'errors', 'knowledge', 'pictures'],
  catalogue: ['bot', 'commands', 'desk', 'errors', 'knowledge', 'storage'],
  adapters: ['bot', 'catalogue', 'errors', 'settings'],
  settings: ['errors'],
  logging: ['bot', 'errors', 'settings'],
  monitoring: ['bot'],
  server: ['bot', 'errors', 'settings'],
  storage: ['errors', 'settings'],
  desk: ['bot', 'errors', 'knowledge', 'settings', 'storage'],
  limits: ['bot', 'desk', 'settings', 'storage'],
  live: ['bot', 'errors', 'knowledge'],
  maintenance: ['bot', 'commands', 'config', 'desk', 'errors', 'knowledge', 'settings', 'storage'],
};

describe('the house', () => {
  it.each(Object.entries(allowed))('%s looks only into its own room and %j', (room, others) => {
    const strays = imports.filter(({ from, to }) => from === room && to !== room && !others.includes(to));
    expect(strays).toEqual([]);
  });

  it('keeps adapters apart from each other', () => {
    const adapterOf = (path: string) => path.split('/')[2] ?? '';
    const strays = files
      .filter((file) => file.startsWith('src/adapters/') && file.split('/').length > 3)
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)]
          .map(([, target = '']) => normalize(join(dirname(file), target)))
          .filter((target) => target.startsWith('src/adapters/') && target.split('/').length > 3)
          .filter((target) => adapterOf(target) !== adapterOf(file)),
      );
    expect(strays).toEqual([]);
  });

  it('has nothing of the subject in the code', () => {
    // The language is not the subject: the bot may speak Ukrainian about anything.
    const subject = /ukrain(?!ian)|україн(?!ськ)|lithium|zelensk|trump|bessent|\brada\b|rare earth/i;
    const strays = files.filter((file) => subject.test(readFileSync(file, 'utf8')));
    expect(strays).toEqual([]);
  });
});
