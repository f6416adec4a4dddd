/**
 * A Bolt app that gives every command the same answer, one of the bot's own: what the load test is measured against.
 */
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { renderReply } from '../../src/adapters/slack/render.ts';
import { openBot } from '../../src/bot-setup.ts';

const { SLACK_SIGNING_SECRET: signingSecret = '', SLACK_API_URL: slackApiUrl = '', PORT } = process.env;
// The request is acknowledged once it is answered, as ours is.
const receiver = new HTTPReceiver({ signingSecret, processBeforeResponse: true, logLevel: LogLevel.ERROR });
const bot = await openBot({});
const reply = await bot.dispatch({
  command: 'ask',
  arguments: { question: 'When was the deal signed?' },
  place: { platform: 'slack' },
  language: 'en',
});
const message = renderReply(reply, { question: 'When was the deal signed?' });
const app = new App({
  token: 'xoxb-bare',
  receiver,
  clientOptions: { slackApiUrl },
  logLevel: LogLevel.ERROR,
});
app.command('/minerals', async ({ ack, respond }) => {
  await ack();
  await respond({ response_type: 'ephemeral', ...message });
});
await app.start(Number(PORT));
