import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brand } from '../../bot/brand.ts';

export interface Asset {
  /** Changes with its content, so that browsers may keep it for ever. */
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

export type Assets = Readonly<Record<'style' | 'script' | 'icon', Asset>>;

const folder = join(import.meta.dirname, 'assets');

/** What pages load besides themselves. */
export async function loadAssets(): Promise<Assets> {
  const [style, script, icon] = await Promise.all([
    load(join(folder, 'desk.css'), 'text/css; charset=utf-8'),
    load(join(folder, 'desk.js'), 'text/javascript; charset=utf-8'),
    load(brand.iconFile, 'image/svg+xml'),
  ]);
  return { style, script, icon };
}

async function load(file: string, type: string): Promise<Asset> {
  const body = await readFile(file, 'utf8');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { path: `/assets/${hash}/${basename(file)}`, type, body };
}
