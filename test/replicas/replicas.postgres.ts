import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../support/discord/identity.ts';
import { completeInteraction } from '../support/discord/interaction-payload.ts';
import { slash } from '../support/discord/interactions.ts';
import { createSigningDiscord } from '../support/discord/signed.ts';
import { recordOf, textIn } from '../support/json.ts';
import { startProgram } from '../support/program.ts';
import { asRetry, type Envelope, mention, slashCommand } from '../support/slack/envelopes.ts';
import { createSlackServer, type SlackServer } from '../support/slack/server.ts';
import { createPostgresDatabase, type PostgresDatabase } from '../support/storage/postgres.ts';

/** One kill often misses the moment in which a command would be lost, so there are several, each in the middle of a load. */
const kills = 5;
/** Of each sort, around each kill. */
const perKill = 60;
const count = kills * perKill;
/** Requests on the way at the same time. */
const atOnce = 12;
const questions = [
  'when did the bridge open',
  'how long is the bridge',
  'who built the bridge',
  'what is the weather',
];

interface Replica {
  readonly program: ReturnType<typeof startProgram>;
  readonly origin: string;
  isAlive: boolean;
}

const discord = createSigningDiscord();
let slack: SlackServer;
let database: PostgresDatabase;
let replicas: Replica[];
/** Channels of the events whose request broke off: whatever the killed one had claimed and not yet posted is among them. */
const brokenOff = new Set<string>();

async function startReplica(): Promise<Replica> {
  const program = startProgram({
    ...database.environment,
    DATABASE_FILE: '',
    PORT: '0',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_PUBLIC_KEY: discord.publicKey,
    LIMIT_PER_USER: 'off',
    LIMIT_PER_PLACE: 'off',
  });
  const [, port] = await program.waitFor(/server on \(port (\d+)\)/);
  await program.waitFor(/Slack: ready/);
  return { program, origin: `http://127.0.0.1:${port}`, isAlive: true };
}

beforeAll(async () => {
  [slack, database] = await Promise.all([createSlackServer(), createPostgresDatabase()]);
  replicas = await Promise.all([startReplica(), startReplica()]);
}, 60_000);

afterAll(async () => {
  for (const { program } of replicas) program.child.kill('SIGKILL');
  await Promise.all(replicas.map(({ program }) => program.closed));
  await slack.close();
  await database.remove();
});

/** A load balancer: one replica after the other, and whatever breaks off goes to another, the very same bytes. */
async function balance<Result>(
  number: number,
  send: (origin: string) => Promise<Result>,
  onBreak = () => {},
): Promise<Result> {
  const alive = replicas.filter(({ isAlive }) => isAlive);
  const replica = alive[number % alive.length] ?? replicas[0];
  try {
    return await send(replica?.origin ?? '');
  } catch {
    onBreak();
    const other = replicas.find((one) => one !== replica && one.isAlive);
    return send(other?.origin ?? '');
  }
}

const questionOf = (number: number) => questions[number % questions.length] ?? '';

/** A command in a channel of its own, so that no answer stands for another. */
async function giveCommand(number: number): Promise<void> {
  const envelope = slashCommand(questionOf(number), { channel_id: `C${number}` });
  const request = slack.sign(envelope);
  await balance(number, (origin) => slack.post(`${origin}/slack/events`, envelope, { replayOf: request }));
  expect(request.responses.length).toBeGreaterThan(0);
}

/** A mention, which Slack sends to the next replica once more. */
async function mentionBot(number: number): Promise<void> {
  const channel = `M${number}`;
  const event = mention(questionOf(number), { channel });
  const sendTo = (which: number, envelope: Envelope) =>
    balance(
      which,
      (origin) => slack.post(`${origin}/slack/events`, envelope),
      () => brokenOff.add(channel),
    );
  await Promise.all([sendTo(number, event), sendTo(number + 1, asRetry(event))]);
}

async function interact(number: number): Promise<void> {
  const ids = { applicationId: newId(), guildId: newId(), channelId: newId(), userId: newId() };
  const partial = slash('minerals', 'ask', { question: questionOf(number) });
  const payload = completeInteraction(partial, { ...ids, commandIdOf: () => undefined });
  const response = await balance(number, (origin) => discord.post(`${origin}/discord/interactions`, payload));
  const { type, data } = recordOf(await response.json());
  expect([response.status, type, recordOf(data).components]).toEqual([200, 4, expect.anything()]);
}

/** So many at a time, in their order. */
async function drive(works: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = works.values();
  const worker = async () => {
    for (const work of waiting) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function kill(victim: Replica | undefined): Promise<void> {
  if (victim === undefined) throw new Error('There is nobody to kill.');
  victim.isAlive = false;
  victim.program.child.kill('SIGKILL');
  await victim.program.closed;
}

/** A load, in the middle of which one replica dies; the other goes on, and the dead one is started again. */
async function loadAndKill(round: number): Promise<void> {
  const numbers = Array.from({ length: perKill }, (_, number) => round * perKill + number);
  const works = numbers.flatMap((number) => [
    () => giveCommand(number),
    () => mentionBot(number),
    () => interact(number),
  ]);
  const victim = round % replicas.length;
  works.splice(works.length / 2, 0, () => kill(replicas[victim]));
  await drive(works);

  const survivor = replicas.find(({ isAlive }) => isAlive);
  expect((await fetch(`${survivor?.origin}/readyz`)).status).toBe(200);
  replicas[victim] = await startReplica();
}

it('two replicas lose no command and answer no event twice, though one is killed', async () => {
  for (let round = 0; round < kills; round += 1) await loadAndKill(round);
  // Both are there again, and both answer.
  await giveCommand(count);
  await giveCommand(count + 1);

  const posted = slack.calls.filter(
    ({ method, error }) => method === 'chat.postMessage' && error === undefined,
  );
  const channels = posted.map(({ body }) => textIn(body.channel));
  const answered = new Set(channels);
  expect(channels).toHaveLength(answered.size);
  const asked = Array.from({ length: count }, (_, number) => `M${number}`);
  expect(asked.filter((channel) => !answered.has(channel) && !brokenOff.has(channel))).toEqual([]);
});
