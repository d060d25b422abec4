import type { Lookup } from './lookup.ts';
import { type Finding, type RankedFinding, byScore } from './rank.ts';

/** What of a query the names of those present must answer, so that their meeting is found by them. */
const leastOfNames = 0.6;

/** Leaves out names of those present that answer too little of a query; the others count by how much of it they answer. */
export function judgeNames(findings: readonly RankedFinding[], { attendance }: Lookup): Finding[] {
  return findings.flatMap((finding) => {
    if (!attendance.has(finding.record)) return [finding];
    // Neither how long a list of names is matters, nor how they are written: the newest comes first.
    const score = Math.round(finding.coverage * 4) / 4;
    return finding.coverage < leastOfNames ? [] : [{ ...finding, score }];
  });
}

/** Parts findings into sections and the names of those present, each best first. */
export function partPresent(
  findings: readonly Finding[],
  { attendance }: Lookup,
): { sections: Finding[]; present: Finding[] } {
  const isPresent = ({ record }: Finding): boolean => attendance.has(record);
  return {
    sections: findings.filter((one) => !isPresent(one)).sort(byScore),
    present: findings.filter(isPresent).sort(byScore),
  };
}
