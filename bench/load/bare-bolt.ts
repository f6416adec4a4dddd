/** A Bolt app that gives every command the same answer: what the load test is measured against. */
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

const { SLACK_SIGNING_SECRET: signingSecret = '', SLACK_API_URL: slackApiUrl = '', PORT } = process.env;
// The request is acknowledged once it is answered, as ours is.
const receiver = new HTTPReceiver({ signingSecret, processBeforeResponse: true, logLevel: LogLevel.ERROR });
const app = new App({
  token: 'xoxb-bare',
  receiver,
  clientOptions: { slackApiUrl },
  logLevel: LogLevel.ERROR,
});
app.command('/minerals', async ({ ack, respond }) => {
  await ack();
  await respond({ text: 'The same answer, whatever was asked.' });
});
await app.start(Number(PORT));
