import type { Meeting } from '../meeting.ts';
import type { ArchiveMemory } from '../memory.ts';
import type { Passage } from '../passages/passage.ts';
import { type Routine, ownBlocks } from '../passages/routine.ts';
import { byCodeUnit } from '../text/order.ts';
import { type TopicJudgement, judgeTopics } from '../topics/topic-judgement.ts';
import { compileTopics } from '../topics/topic-matcher.ts';
import type { Topic } from '../topics/topic.ts';

/** All that was said on one topic, in date order. */
export interface TopicThread {
  topic: Topic;
  /** Passages whose subject it is. */
  about: Passage[];
  /** Passages that name it in passing. */
  mentions: Passage[];
}

/** The thread of every topic, with the passages of the meetings, given in date order. */
export function buildTopics(
  meetings: readonly Meeting[],
  topics: readonly Topic[],
  routine: Routine,
  judgements: ArchiveMemory['judgements'] | undefined,
): TopicThread[] {
  const matcher = compileTopics(topics);
  judgements?.begin(JSON.stringify(topics));
  const threads = new Map<string, TopicThread>(
    topics.map((topic) => [topic.slug, { topic, about: [], mentions: [] }]),
  );
  for (const meeting of meetings) {
    for (const slug of meeting.topics) threads.get(slug)?.about.push({ meeting });
    for (const section of meeting.sections) {
      const isRoutine = routine.isRoutineHeading(section.heading);
      const own = ownBlocks(section, routine).filter(({ kind }) => kind !== 'code');
      const judge = (): TopicJudgement[] => {
        const text = own.map((block) => block.text).join('\n\n');
        const { heading, agenda } = section;
        return judgeTopics({ heading, routine: isRoutine, text, agenda }, matcher);
      };
      const judged = judgements?.of(section, [isRoutine, ...own], judge) ?? judge();
      for (const { topic, about } of judged) {
        threads.get(topic)?.[about ? 'about' : 'mentions'].push({ meeting, section });
      }
    }
  }
  return [...threads.values()].sort((a, b) =>
    byCodeUnit(a.topic.name.toLowerCase(), b.topic.name.toLowerCase()),
  );
}
