import { type APIUser, MessageFlags, MessageType } from 'discord-api-types/v10';
import { apiErrors, type UploadedFile } from './api.ts';
import { allComponents } from './components.ts';
import { createUser, newId } from './identity.ts';
import { isJson, type Json, numberIn, recordOf, recordsOf, textIn } from './json.ts';
import { type Problem, refuseProblems } from './problems.ts';
import { checkFiles } from './validate-files.ts';
import { checkMessage, isEmpty } from './validate-message.ts';

/** A message as Discord shows it. */
export interface Message extends Json {
  readonly id: string;
  readonly channel_id: string;
  readonly author: APIUser;
  readonly content: string;
  readonly flags: number;
  readonly components: readonly unknown[];
  readonly embeds: readonly unknown[];
  readonly attachments: readonly unknown[];
}

interface Draft {
  readonly body: unknown;
  readonly files?: readonly UploadedFile[];
  /** Says where in the request the problems are. Default: they stay as they are. */
  readonly locate?: (problems: Problem[]) => Problem[];
}

const { Ephemeral, IsComponentsV2, Loading, SuppressEmbeds, SuppressNotifications } = MessageFlags;
const settable = Ephemeral | IsComponentsV2 | SuppressEmbeds | SuppressNotifications;

/** A message with everything a client reads; give what matters. */
export function createMessage(fields: Json = {}): Message {
  return {
    id: newId(),
    channel_id: newId(),
    author: createUser(),
    content: '',
    flags: 0,
    components: [],
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    type: MessageType.Default,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    ...fields,
  };
}

/** The messages the bot has written. None is kept that Discord would not take. */
export class Messages {
  readonly #bot: APIUser;
  readonly #kept = new Map<string, Message>();
  readonly #files = new Map<string, UploadedFile>();
  readonly #filesUrl: () => string;

  /** @param filesUrl Where uploaded files can be fetched, as from Discord's CDN. */
  constructor(bot: APIUser, filesUrl: () => string) {
    this.#bot = bot;
    this.#filesUrl = filesUrl;
  }

  /** An uploaded file, by the path below `filesUrl`. */
  fileAt(path: string): UploadedFile | undefined {
    return this.#files.get(path);
  }

  /** @throws {ApiError} when Discord would refuse it. */
  create(channelId: string, { body, files = [], locate = (problems) => problems }: Draft): Message {
    const draft = recordOf(body);
    refuseProblems(locate([...checkMessage(draft), ...checkFiles(draft, files)]));
    if (isEmpty(draft) && files.length === 0) throw apiErrors.emptyMessage();
    const flags = numberIn(draft.flags) & settable;
    return this.keep(createMessage({ ...this.#shown(draft, files), flags, ...this.#written(channelId) }));
  }

  /** The message that stands for an answer to come. */
  createLoading(channelId: string, body: unknown): Message {
    const flags = (numberIn(recordOf(body).flags) & settable) | Loading;
    return this.keep(createMessage({ flags, ...this.#written(channelId) }));
  }

  /** @throws {ApiError} when there is no such message, or Discord would refuse what it becomes. */
  edit(id: string, { body, files = [], locate = (problems) => problems }: Draft): Message {
    const before = this.get(id);
    const draft = recordOf(body);
    const flags =
      (before.flags & ~(Loading | SuppressEmbeds)) |
      (numberIn(draft.flags) & (IsComponentsV2 | SuppressEmbeds));
    const after = {
      ...before,
      ...this.#shown(draft, files, before),
      flags,
      edited_timestamp: new Date().toISOString(),
    };
    const problems = checkMessage({ ...after, allowed_mentions: draft.allowed_mentions });
    refuseProblems(locate([...problems, ...checkFiles(draft, files)]));
    if (isEmpty(after)) throw apiErrors.emptyMessage();
    return this.keep(after);
  }

  /** @throws {ApiError} when there is no such message. */
  get(id: string): Message {
    const message = this.#kept.get(id);
    if (message === undefined) throw apiErrors.unknownMessage();
    return message;
  }

  find(id: string): Message | undefined {
    return this.#kept.get(id);
  }

  /** @throws {ApiError} when there is no such message. */
  delete(id: string): void {
    if (!this.#kept.delete(id)) throw apiErrors.unknownMessage();
  }

  keep(message: Message): Message {
    this.#kept.set(message.id, message);
    return message;
  }

  #written(channelId: string): Json {
    return { channel_id: channelId, author: this.#bot, application_id: this.#bot.id };
  }

  /**
   * The fields of a draft that are shown; a field that is null is emptied, a missing one stays as it is. Files are put
   * where a client can fetch them, and `attachment://` leads there.
   */
  #shown(draft: Json, files: readonly UploadedFile[], before?: Message): Json {
    const { content, components, embeds, poll } = draft;
    const added = files.map((file) => this.#toAttachment(file));
    // An edit that names no attachments keeps those that are there.
    const stays = draft.attachments === undefined || files.length > 0 ? [] : recordsOf(draft.attachments);
    const attachments =
      draft.attachments === undefined && files.length === 0 ? before?.attachments : [...stays, ...added];
    return {
      ...(content !== undefined && { content: content ?? '' }),
      ...(components !== undefined && { components: resolveMedia(components ?? [], added) }),
      ...(embeds !== undefined && { embeds: embeds ?? [] }),
      ...(poll !== undefined && { poll }),
      ...(attachments !== undefined && { attachments }),
    };
  }

  #toAttachment(file: UploadedFile): Json {
    const id = newId();
    const path = `${id}/${file.name}`;
    this.#files.set(path, file);
    const url = `${this.#filesUrl()}/${path}`;
    const { name: filename, contentType: content_type, bytes } = file;
    return { id, filename, content_type, size: bytes.length, url, proxy_url: url };
  }
}

/** Components as people get them: media that refer to an attachment have its address. */
function resolveMedia(components: unknown, attachments: readonly Json[]): unknown {
  const copy: unknown = structuredClone(components);
  for (const { media, items } of allComponents({ components: copy })) {
    for (const one of [media, ...recordsOf(items).map((item) => item.media)].filter(isJson)) {
      const found = attachments.find(
        ({ filename }) => textIn(one.url) === `attachment://${textIn(filename)}`,
      );
      if (found !== undefined) {
        Object.assign(one, { url: found.url, proxy_url: found.proxy_url, attachment_id: found.id });
      }
    }
  }
  return copy;
}
