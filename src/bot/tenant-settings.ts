import { z } from 'zod';
import { languages } from './language.ts';

/** More channels than this are not listed: a setting is read with every command. */
export const mostChannels = 50;

/** A channel's id as platforms write it: digits on Discord, capitals and digits on Slack. */
export const channelId = z.string().regex(/^[A-Z0-9]{2,30}$/);

const shape = {
  /** auto: that of whoever asks. */
  language: z.enum(['auto', ...languages]).default('auto'),
  /** private: only the asker reads an answer, and may share it; public: everyone, unless the asker says otherwise. */
  answers: z.enum(['private', 'public']).default('private'),
  /** Where it may answer in front of everyone. */
  channels: z
    .union([z.enum(['everywhere', 'nowhere']), z.array(channelId).min(1).max(mostChannels)])
    .default('everywhere'),
  /** off: the words of a picture stand in its place. */
  pictures: z.enum(['on', 'off']).default('on'),
  /** Whether questions that found no good answer are noted. */
  gaps: z.enum(['on', 'off']).default('on'),
};

const strict = z.object(shape);

/** What the admins of a server or workspace chose. */
export type TenantSettings = z.infer<typeof strict>;

/** Where nobody chose anything. */
export const defaultSettings: TenantSettings = strict.parse({});

const forgiving = z.object({
  language: shape.language.catch(defaultSettings.language),
  answers: shape.answers.catch(defaultSettings.answers),
  channels: shape.channels.catch(defaultSettings.channels),
  pictures: shape.pictures.catch(defaultSettings.pictures),
  gaps: shape.gaps.catch(defaultSettings.gaps),
});

/** Settings as they are stored. */
export function encodeSettings(settings: TenantSettings): string {
  return JSON.stringify(settings);
}

/** Stored settings: what can't be read, or is missing, is as if nobody had chosen it. */
export function decodeSettings(json: string): {
  readonly settings: TenantSettings;
  /** Whether something there could not be read. */
  readonly isDamaged: boolean;
} {
  const stored = parseJson(json);
  const { success, data } = strict.safeParse(stored);
  if (success) return { settings: data, isDamaged: false };
  return { settings: forgiving.safeParse(stored).data ?? defaultSettings, isDamaged: true };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
