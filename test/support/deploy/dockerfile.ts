import { readFileSync } from 'node:fs';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { z } from 'zod';

const words = z.array(z.string());

/** What the Dockerfile makes of the last image, the one that runs. */
export interface FinalImage {
  /** The images that all stages begin with. */
  readonly bases: readonly string[];
  readonly user: string;
  /** The program and its arguments, as process 1. */
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  /** What is copied from the build context. */
  readonly copied: readonly string[];
  /** What is run while it is built, in all stages. */
  readonly runs: readonly string[];
}

export function readDockerfile(path = 'Dockerfile'): FinalImage {
  const all = DockerfileParser.parse(readFileSync(path, 'utf8')).getInstructions();
  const stages = all.filter((one) => one.getKeyword() === 'FROM');
  const last = all.slice(all.lastIndexOf(stages.at(-1) ?? all[0] ?? never()));
  const texts = (keyword: string, within: readonly Instruction[] = last) =>
    within.filter((one) => one.getKeyword() === keyword).map((one) => one.getArgumentsContent() ?? '');
  const only = (keyword: string) => texts(keyword).at(-1) ?? '';
  return {
    bases: texts('FROM', all).map((text) => text.split(' ')[0] ?? ''),
    user: only('USER'),
    command: [...execForm(only('ENTRYPOINT')), ...execForm(only('CMD'))],
    healthcheck: execForm(only('HEALTHCHECK').replace(/^CMD /, '')),
    environment: Object.fromEntries(
      texts('ENV').flatMap((text) =>
        text.split(' ').map((pair) => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)]),
      ),
    ),
    ports: texts('EXPOSE'),
    volumes: texts('VOLUME'),
    copied: all
      .filter((one) => one.getKeyword() === 'COPY' && !/COPY --from/.test(one.getTextContent()))
      .flatMap((one) => (one.getArgumentsContent() ?? '').split(' ').slice(0, -1)),
    runs: texts('RUN', all),
  };
}

/** A command that no shell stands before. */
function execForm(text: string): readonly string[] {
  return words.parse(JSON.parse(text));
}

function never(): never {
  throw new Error('the Dockerfile is empty');
}
