import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';

import { type Machine, missingPackages, thisMachine } from '../../src/site/missing-packages.ts';
import { PlainError, describeError } from '../../src/site/plain-error.ts';
import { project } from './build.ts';

const folder = path.join(project, '.cache/tests/missing-packages');
const here: Machine = { os: 'linux', cpu: 'x64', libc: 'glibc' };

/** Has a project with these packages in its lock, and those of them installed. */
function lock(packages: Record<string, object>, installed: readonly string[] = []): void {
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages }));
  for (const name of installed) mkdirSync(path.join(folder, name), { recursive: true });
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});

describe('a package', () => {
  const anyLibc = { optional: true, os: ['linux'], cpu: ['x64'] };
  const binding = { ...anyLibc, libc: ['glibc'] };

  test.each<[string, object, Machine]>([
    ['for this machine', binding, here],
    ['for every Linux', anyLibc, { ...here, libc: 'musl' }],
    [
      'for another system',
      { ...anyLibc, os: ['darwin'] },
      { ...here, os: 'darwin', libc: undefined },
    ],
    ['for several processors', { ...binding, cpu: ['arm64', 'x64'] }, here],
  ])('%s is missing where it is not installed', (_case, told, machine) => {
    lock({ '': {}, 'node_modules/@a/b-linux': told });
    expect(missingPackages(folder, machine)).toEqual(['@a/b-linux']);
  });

  test.each<[string, object]>([
    ['of another system', { ...binding, os: ['darwin'] }],
    ['of another processor', { ...binding, cpu: ['arm64'] }],
    ['of another library', { ...binding, libc: ['musl'] }],
    ['of no system', { optional: true }],
    ['that is not optional', { ...binding, optional: false }],
  ])('%s is not missed', (_case, told) => {
    lock({ '': {}, 'node_modules/@a/b-linux': told });
    expect(missingPackages(folder, here)).toEqual([]);
  });

  test('below another is named without it', () => {
    lock({ 'node_modules/a/node_modules/@b/c': binding });
    expect(missingPackages(folder, here)).toEqual(['@b/c']);
  });

  test('that is installed is not missing', () => {
    lock({ 'node_modules/a': binding, 'node_modules/b': binding }, ['node_modules/a']);
    expect(missingPackages(folder, here)).toEqual(['b']);
  });
});

test('without a lock that can be read nothing is missing', () => {
  expect(missingPackages(folder, here)).toEqual([]);
  writeFileSync(path.join(folder, 'package-lock.json'), '<<<<<<< HEAD');
  expect(missingPackages(folder, here)).toEqual([]);
});

test('here nothing is missing, and what stands beside for this machine is known', () => {
  expect(missingPackages(project, thisMachine())).toEqual([]);
  const { os, cpu, libc } = thisMachine();
  lock({
    'node_modules/a': { optional: true, os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) },
  });
  expect(missingPackages(folder, thisMachine())).toEqual(['a']);
});

describe('an error', () => {
  const native = { optional: true, os: [process.platform], cpu: [process.arch] };

  test('that was not foreseen names the packages that are missing, in place of its stack', () => {
    lock({ 'node_modules/@a/b-here': native, 'node_modules/c-here': native });
    const said = describeError(new Error('Cannot find native binding'), folder);
    expect(said).toContain('@a/b-here, c-here');
    expect(said).toContain('npm ci --include=optional');
    expect(said).toContain('Cannot find native binding');
    expect(said).not.toContain(' at ');
  });

  test('that was not foreseen has its stack where nothing is missing', () => {
    lock({ 'node_modules/c-here': native }, ['node_modules/c-here']);
    expect(describeError(new Error('undefined is not a function'), folder)).toContain(' at ');
  });

  test('that is for people says nothing else', () => {
    lock({ 'node_modules/c-here': native });
    expect(describeError(new PlainError('a.md:1:1 no'), folder)).toBe('a.md:1:1 no');
  });
});
