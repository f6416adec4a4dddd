import { type APIMessageTopLevelComponent, MessageFlags } from 'discord.js';

/** A message as Discord takes it, in Components V2. Nothing in it can ping. */
export interface DiscordMessage {
  readonly components: APIMessageTopLevelComponent[];
  readonly flags: MessageFlags.IsComponentsV2;
  readonly allowedMentions: { readonly parse: [] };
  /** What the media galleries show, by name. */
  readonly files: PictureFile[];
}

export interface PictureFile {
  readonly attachment: Buffer;
  readonly name: string;
}

/** @param files Each is shown by one of the components. */
export function toMessage(
  components: APIMessageTopLevelComponent[],
  files: PictureFile[] = [],
): DiscordMessage {
  return { components, flags: MessageFlags.IsComponentsV2, allowedMentions: { parse: [] }, files };
}
