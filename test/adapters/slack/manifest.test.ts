import { describe, expect, it } from 'vitest';
import { parseNewApp, parseSlackConfig } from '../../../src/adapters/slack/config.ts';
import { createManifest, scopeReasons, scopesOf } from '../../../src/adapters/slack/manifest.ts';
import { slack } from '../../../src/adapters/slack/platform.ts';
import type { StartupError } from '../../../src/errors.ts';

interface Manifest {
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: {
    readonly slash_commands: readonly { readonly command: string; readonly url?: string }[];
    readonly shortcuts: readonly { readonly name: string; readonly description: string }[];
    readonly agent_view?: {
      readonly agent_description: string;
      readonly suggested_prompts: readonly object[];
    };
  };
  readonly oauth_config: {
    readonly redirect_urls?: readonly string[];
    readonly scopes: { readonly bot: readonly string[] };
  };
  readonly settings: {
    readonly socket_mode_enabled: boolean;
    readonly token_rotation_enabled: boolean;
    readonly event_subscriptions: { readonly request_url?: string; readonly bot_events: readonly string[] };
  };
}

const manifest = (environment: Record<string, string>, examples = ['a?', 'b?', 'c?', 'd?', 'e?']) =>
  createManifest(parseNewApp(environment), 'the Long Bridge', examples) as unknown as Manifest;

describe('the manifest', () => {
  it('keeps the rules of the published schema', () => {
    const { display_information, features } = manifest({});
    expect(display_information.name.length).toBeLessThanOrEqual(35);
    expect(display_information.description.length).toBeLessThanOrEqual(140);
    expect(features.slash_commands[0]?.command).toMatch(/^\/.{1,31}$/);
    expect(features.shortcuts[0]?.name.length).toBeLessThanOrEqual(24);
    expect(features.shortcuts[0]?.description.length).toBeLessThanOrEqual(150);
    expect(features.agent_view?.agent_description.length).toBeLessThanOrEqual(300);
    expect(features.agent_view?.suggested_prompts.length).toBeLessThanOrEqual(4);
  });

  it('is for Socket Mode unless there is a public address', () => {
    expect(manifest({}).settings).toMatchObject({ socket_mode_enabled: true });
    const { settings, features } = manifest({ SLACK_PUBLIC_URL: 'https://desk.example/' });
    expect(settings.socket_mode_enabled).toBe(false);
    expect(settings.event_subscriptions.request_url).toBe('https://desk.example/slack/events');
    expect(features.slash_commands[0]?.url).toBe('https://desk.example/slack/events');
  });

  it('asks for the least scopes, each with its reason', () => {
    expect(manifest({}).oauth_config.scopes.bot).toEqual([
      'commands',
      'chat:write',
      'app_mentions:read',
      'im:history',
    ]);
    const without = manifest({ SLACK_DIRECT_MESSAGES: 'off' });
    expect(without.oauth_config.scopes.bot).toEqual(['commands', 'chat:write', 'app_mentions:read']);
    expect(without.settings.event_subscriptions.bot_events).not.toContain('message.im');
    for (const scope of scopesOf({ hasDirectMessages: true, asksLocale: true, isForMany: true })) {
      expect(scopeReasons[scope]).toBeTruthy();
    }
  });

  it('asks to read people only when their language shall be looked up', () => {
    expect(manifest({ SLACK_USER_LOCALE: 'on' }).oauth_config.scopes.bot).toContain('users:read');
    expect(manifest({ SLACK_USER_LOCALE: 'off' }).oauth_config.scopes.bot).not.toContain('users:read');
    expect(() => manifest({ SLACK_USER_LOCALE: 'yes' })).toThrow('Slack is not set up right');
  });

  it('is for many workspaces before there is an app, and then has where they come back to', () => {
    const secret = { SLACK_STATE_SECRET: 'a long random text' };
    const { oauth_config, settings } = manifest({ ...secret, SLACK_PUBLIC_URL: 'https://desk.example/' });
    expect(oauth_config.redirect_urls).toEqual(['https://desk.example/slack/oauth_redirect']);
    expect(oauth_config.scopes.bot).toContain('users:read');
    expect(settings.token_rotation_enabled).toBe(true);
    expect(() => manifest(secret)).toThrow(
      expect.objectContaining({ problems: [expect.stringMatching(/^SLACK_PUBLIC_URL is missing/)] }),
    );
  });
});

describe('the settings', () => {
  it('are for Socket Mode with an app token, and for HTTP with a signing secret and a port', () => {
    const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    expect(parseSlackConfig(socket)?.mode).toEqual({ type: 'socket', appToken: 'xapp-1' });
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', PORT: '3000' };
    expect(parseSlackConfig(http)?.mode).toEqual({ type: 'http', signingSecret: 's' });
    expect(parseSlackConfig({})).toBeUndefined();
    expect(parseSlackConfig(socket)?.asksLocale).toBe(false);
    expect(parseSlackConfig({ ...socket, SLACK_USER_LOCALE: 'on' })?.asksLocale).toBe(true);
  });

  const problemsOf = (environment: Record<string, string>) => {
    try {
      parseSlackConfig(environment);
    } catch (error) {
      return (error as StartupError).problems.join('\n');
    }
    return '';
  };

  it('say what is missing, and show no secret', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toContain('SLACK_APP_TOKEN');
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' })).toContain(
      'PORT is missing',
    );
    expect(problemsOf({ SLACK_BOT_TOKEN: 'hush', SLACK_APP_TOKEN: 'xapp-1' })).toMatch(
      /^SLACK_BOT_TOKEN must begin with xoxb-/,
    );
    expect(problemsOf({ SLACK_BOT_TOKEN: 'hush', SLACK_APP_TOKEN: 'xapp-1' })).not.toContain('hush');
  });

  const forMany = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'the client secret',
    SLACK_SIGNING_SECRET: 'the signing secret',
    SLACK_STATE_SECRET: 'a long random text',
    PORT: '3000',
    ENCRYPTION_KEY: 'ab'.repeat(32),
  };

  it.each(Object.keys(forMany))('ask for %s, to let many workspaces install the bot', (name) => {
    expect(problemsOf(forMany)).toBe('');
    expect(problemsOf({ ...forMany, [name]: '' })).toMatch(
      new RegExp(`^${name} is missing, to let workspaces install the bot: .+$`),
    );
  });

  it.each([
    ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET is missing'],
    ['SLACK_CLIENT_SECRET', 'SLACK_CLIENT_ID is missing'],
    ['SLACK_STATE_SECRET', 'SLACK_CLIENT_ID is missing'],
    ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN is missing'],
  ] as const)('switch Slack on when there is only %s, and say what is missing', (name, said) => {
    const alone = { [name]: forMany[name] };
    expect(slack.plan(alone).isOn).toBe(true);
    expect(problemsOf(alone)).toContain(said);
    expect(problemsOf(alone)).not.toContain(forMany[name]);
  });
});
