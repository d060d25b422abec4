import { stemOf } from './stem.ts';

/** Words whose forms have no stem in common, each with its forms. */
const families = (
  'become became,begin began begun,break broke broken,bring brought,build built,buy bought,catch caught,' +
  'child children,choose chose chosen,come came,deal dealt,draw drew drawn,drive drove driven,fall fell fallen,' +
  'feel felt,fight fought,forget forgot forgotten,freeze froze frozen,give gave given,grow grew grown,hear heard,' +
  'hide hid hidden,hold held,keep kept,know knew known,lead led,lose lost,mean meant,meet met,pay paid,' +
  'rise rose risen,run ran,seek sought,sell sold,send sent,show shown,speak spoke spoken,spend spent,stand stood,' +
  'steal stole stolen,stick stuck,take took taken,teach taught,tell told,think thought,throw threw thrown,' +
  'understand understood,wake woke woken,win won,write wrote written'
)
  .split(',')
  .map((family) => family.split(' '));

/** The forms of a word that its stem does not tell, if it has any: of `paying` they are `pay` and `paid`. */
export function irregularForms(word: string): string[] | undefined {
  const stem = stemOf(word);
  return families.find((forms) => forms.some((form) => form === word || stemOf(form) === stem));
}
