import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What tells one kind of machine from another, in the words of npm. */
export interface Machine {
  os: string;
  cpu: string;
  /** Of Linux alone: `glibc` or `musl`. */
  libc: string | undefined;
}

/** What `package-lock.json` says of a package, as far as it is asked here. */
interface LockedPackage {
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

/** The machine that runs this. */
export function thisMachine(): Machine {
  const { platform: os, arch: cpu } = process;
  if (os !== 'linux') return { os, cpu, libc: undefined };
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return { os, cpu, libc: header.glibcVersionRuntime === undefined ? 'musl' : 'glibc' };
}

/**
 * The optional packages that are made for this kind of machine alone, as `package-lock.json` in `project` names them,
 * and are not installed: npm leaves them out with `--omit=optional`, and has those of another machine where
 * `node_modules` was copied from there. None where the file cannot be read.
 */
export function missingPackages(project: string, machine: Machine): string[] {
  let packages: Record<string, LockedPackage>;
  try {
    const lock = readFileSync(path.join(project, 'package-lock.json'), 'utf8');
    ({ packages } = JSON.parse(lock) as { packages: typeof packages });
  } catch {
    return [];
  }
  return Object.entries(packages)
    .filter(
      ([folder, { optional, os, cpu, libc }]) =>
        optional === true &&
        os?.includes(machine.os) === true &&
        cpu?.includes(machine.cpu) === true &&
        (libc === undefined || libc.includes(machine.libc ?? '')) &&
        !existsSync(path.join(project, folder)),
    )
    .map(([folder]) => folder.split('node_modules/').at(-1) ?? folder);
}
