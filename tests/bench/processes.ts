import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** What one run of a program took, all processes that it started included. */
export interface Cost {
  seconds: number;
  /** User and system time. */
  cpuSeconds: number;
  /** The most that all processes held at one moment, in MB; shared pages count once. Linux only. */
  peakMegabytes: number;
  code: number;
  output: string;
}

const ticksPerSecond = 100;
const sampleEvery = 50;

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((task) =>
        readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
      )
      .map(Number);
  } catch {
    return [];
  }
}

function treeOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(treeOf)];
}

function cpuTicks(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return Number(user) + Number(system);
  } catch {
    return 0;
  }
}

function kilobytes(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Runs a program to its end and watches what it takes, by looking at its processes 20 times a second. */
export function measure(
  command: readonly string[],
  options: { cwd: string; env: Record<string, string | undefined> },
): Promise<Cost> {
  const [program = '', ...rest] = command;
  const began = performance.now();
  const child = spawn(program, rest, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const ticks = new Map<number, number>();
  let peak = 0;
  let samples = 0;
  const timer = setInterval(() => {
    const pids = treeOf(child.pid ?? 0);
    for (const pid of pids) ticks.set(pid, Math.max(cpuTicks(pid), ticks.get(pid) ?? 0));
    // Adding up the pages of a process takes the kernel a while, so it is asked less often.
    samples += 1;
    if (samples % 4 !== 0) return;
    peak = Math.max(
      peak,
      pids.reduce((sum, pid) => sum + kilobytes(pid), 0),
    );
  }, sampleEvery);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(timer);
      const all = [...ticks.values()].reduce((sum, each) => sum + each, 0);
      done({
        seconds: (performance.now() - began) / 1000,
        cpuSeconds: all / ticksPerSecond,
        peakMegabytes: peak / 1024,
        code: code ?? 1,
        output,
      });
    });
  });
}
