import { randomBytes } from 'node:crypto';
import {
  type APIBaseInteraction,
  type APIInteractionGuildMember,
  type APIUser,
  ApplicationIntegrationType,
  ChannelType,
  GuildMemberFlags,
  InteractionContextType,
  type InteractionType,
  Locale,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { createUser, newId } from './identity.ts';
import type { PartialInteraction, Setting } from './interactions.ts';
import type { Json } from './json.ts';

/** What a client receives as INTERACTION_CREATE. */
export type InteractionPayload = Omit<APIBaseInteraction<InteractionType, Json>, 'message' | 'channel_id'> & {
  readonly channel_id: string;
  readonly message?: Json;
};

/** What stays the same from one interaction to the next unless a test says otherwise. */
export interface Defaults {
  readonly applicationId: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  /** The id of a registered command with this name. */
  readonly commandIdOf: (name: unknown) => string | undefined;
}

const { ViewChannel, SendMessages, EmbedLinks, AttachFiles, UseApplicationCommands } = PermissionFlagsBits;
const ordinary = ViewChannel | SendMessages | EmbedLinks | AttachFiles | UseApplicationCommands;
const attachmentSizeLimit = 10 * 1024 * 1024;

/** Adds all that Discord sends along. */
export function completeInteraction(partial: PartialInteraction, defaults: Defaults): InteractionPayload {
  const { type, data, message, place = 'guild', locale = Locale.EnglishUS } = partial;
  const user = createUser({
    id: partial.userId ?? defaults.userId,
    username: partial.username ?? 'reader',
  });
  const isCommand = 'name' in data;
  return {
    id: newId(),
    application_id: defaults.applicationId,
    token: randomBytes(48).toString('base64url'),
    version: 1,
    type,
    data: isCommand ? { id: defaults.commandIdOf(data.name) ?? newId(), ...data } : data,
    locale: toLocale(locale),
    entitlements: [],
    app_permissions: String(partial.appPermissions ?? ordinary),
    attachment_size_limit: attachmentSizeLimit,
    authorizing_integration_owners: ownersOf(partial, user.id, defaults),
    ...placeOf(place, partial, user, defaults),
    ...(message !== undefined && { message }),
  };
}

/** Whether only the user brought the app along, so that it may say little. */
export function isUserInstallOnly({ authorizing_integration_owners }: InteractionPayload): boolean {
  return !(ApplicationIntegrationType.GuildInstall in authorizing_integration_owners);
}

type Place = Pick<InteractionPayload, 'context' | 'channel_id'> & Partial<InteractionPayload>;

function placeOf(
  place: NonNullable<Setting['place']>,
  setting: Setting,
  user: APIUser,
  defaults: Defaults,
): Place {
  const channel_id = setting.channelId ?? defaults.channelId;
  if (place === 'guild' || place === 'thread') {
    const guild_id = setting.guildId ?? defaults.guildId;
    return {
      context: InteractionContextType.Guild,
      channel_id,
      channel: {
        id: channel_id,
        type: place === 'thread' ? ChannelType.PublicThread : ChannelType.GuildText,
        name: 'general',
        guild_id,
        ...(setting.parentId !== undefined && { parent_id: setting.parentId }),
      },
      guild_id,
      guild: { id: guild_id, locale: Locale.EnglishUS, features: [] },
      guild_locale: Locale.EnglishUS,
      member: createMember(user, setting.memberPermissions ?? ordinary),
    };
  }
  const people = { id: channel_id, name: null, recipients: [user] };
  return place === 'bot-dm'
    ? {
        context: InteractionContextType.BotDM,
        channel_id,
        channel: { ...people, type: ChannelType.DM },
        user,
      }
    : {
        context: InteractionContextType.PrivateChannel,
        channel_id,
        channel: { ...people, type: ChannelType.GroupDM },
        user,
      };
}

function ownersOf(
  { place = 'guild', installedBy = place === 'private-channel' ? 'user' : 'guild', guildId }: Setting,
  userId: string,
  defaults: Defaults,
): InteractionPayload['authorizing_integration_owners'] {
  if (installedBy === 'user') return { [ApplicationIntegrationType.UserInstall]: userId };
  const owner = place === 'guild' || place === 'thread' ? (guildId ?? defaults.guildId) : '0';
  return { [ApplicationIntegrationType.GuildInstall]: owner };
}

function createMember(user: APIUser, permissions: bigint): APIInteractionGuildMember {
  return {
    user,
    permissions: String(permissions),
    roles: [],
    joined_at: '2025-05-08T00:00:00.000Z',
    nick: null,
    avatar: null,
    banner: null,
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: GuildMemberFlags.CompletedOnboarding,
  };
}

function toLocale(code: `${Locale}`): Locale {
  return Object.values(Locale).find((locale) => locale === code) ?? Locale.EnglishUS;
}
