import type { Command } from '../bot/command.ts';
import { ask } from './ask.ts';
import { chart } from './chart.ts';
import { check } from './check.ts';
import type { Services } from './define-command.ts';
import { fact } from './fact.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { whatIsNew } from './new.ts';
import { privacy } from './privacy.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { timeline } from './timeline.ts';
import { topics } from './topics.ts';

/** Every command there is. Help, argument checks and the platforms' registrations derive from this list. */
export const commands: readonly Command<Services>[] = [
  ask,
  check,
  fact,
  topics,
  timeline,
  chart,
  latest,
  whatIsNew,
  sources,
  settings,
  privacy,
  help,
];
