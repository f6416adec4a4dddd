import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDockerfile } from '../support/deploy/dockerfile.ts';
import { knownSettings } from '../support/deploy/settings.ts';

const unit = readFileSync('deploy/systemd/minerals-desk.service', 'utf8');

/** All values of a directive, in order. */
function valuesOf(name: string): readonly string[] {
  return unit
    .split('\n')
    .flatMap((line) => (line.startsWith(`${name}=`) ? [line.slice(name.length + 1)] : []));
}

const only = (name: string) => valuesOf(name).join('\n');

describe('the unit for systemd', () => {
  it('starts node itself, as the image does', () => {
    const [program = '', ...args] = only('ExecStart').split(' ');
    expect(program).toMatch(/^\/.*\/node$/);
    expect(args).toEqual(readDockerfile().command.slice(1));
    expect(program.startsWith(only('WorkingDirectory'))).toBe(true);
  });

  it('sets only what the program reads, and writes to the one folder that it has', () => {
    const set = valuesOf('Environment').map((pair) => pair.split('='));
    expect(set.filter(([name = '']) => !knownSettings.has(name))).toEqual([]);
    const file = set.find(([name]) => name === 'DATABASE_FILE')?.[1] ?? '';
    expect(file.startsWith(`/var/lib/${only('StateDirectory')}/`)).toBe(true);
    expect(only('EnvironmentFile')).toMatch(/^\/etc\//);
  });

  it('runs as a user of its own without rights, and may not write elsewhere', () => {
    const wanted = {
      DynamicUser: 'yes',
      ProtectSystem: 'strict',
      ProtectHome: 'yes',
      NoNewPrivileges: 'yes',
      CapabilityBoundingSet: '',
      PrivateTmp: 'yes',
      RestrictAddressFamilies: 'AF_INET AF_INET6 AF_UNIX',
    };
    for (const [name, value] of Object.entries(wanted)) expect([name, only(name)]).toEqual([name, value]);
  });

  it('comes back after a failure, and waits longer for an end than the program takes', () => {
    expect(only('Restart')).toBe('on-failure');
    expect(Number(only('TimeoutStopSec'))).toBeGreaterThan(10);
  });
});
