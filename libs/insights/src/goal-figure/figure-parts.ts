import { clamped, type DecimalText, ratioText } from '@pm/kernel';
import type { TreeLink } from '../goal-tree/goal-documents.state.js';
import type { GoalSummary, TreeStored } from '../goal-tree/goal-row.js';
import { contributesTo, goalProgress } from '../goal-tree/goal-sums.state.js';
import type { TreeDocuments } from '../goal-tree/tree-reader.js';
import type { FigurePart, HiddenPart, LeftOutPart } from './goal-figure.js';
import type { StatedSides } from './stated-sides.js';

/** The goals that stand directly under another, whether they contribute or not, in the order of ids. */
export const placedUnder = (documents: TreeDocuments, goalId: string): TreeStored[] =>
  [...documents.values()]
    .filter(({ own }) => own?.phase && own.parents && linkTo(own.parents.value, goalId))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The one that counts, where a goal is linked twice. */
function linkTo(links: readonly TreeLink[] | null, goalId: string): TreeLink | undefined {
  const all = links?.filter(({ parentId }) => parentId === goalId) ?? [];
  return all.find(({ contributes, cut }) => contributes && !cut) ?? all[0];
}

export const isPartOf = ({ own }: TreeStored, goalId: string): boolean =>
  contributesTo(own!).includes(goalId);

/** Whether it stands there to count: of a hidden one, all that its place tells. Whether it does already is its phase's to tell. */
export const isMeantAsPart = ({ own }: TreeStored, goalId: string): boolean => {
  const { contributes, cut } = linkTo(own!.parents!.value, goalId)!;
  return contributes && !cut;
};

const placeOf = ({ id, own }: TreeStored, { weight, share }: TreeLink) => ({
  goalId: id,
  title: own!.terms?.value?.title,
  weight,
  share: share ?? ('1' as DecimalText),
});

/** Where a goal stands that the reader may not read. */
export function hiddenPart(part: TreeStored, goalId: string): HiddenPart {
  const { title: _title, ...place } = placeOf(part, linkTo(part.own!.parents!.value, goalId)!);
  return { ...place, hidden: true };
}

/** What a contributing goal gives to one above it. */
export async function figurePart(
  part: TreeStored,
  goalId: string,
  { stated, shown }: { readonly stated: StatedSides; readonly shown: GoalSummary },
): Promise<FigurePart> {
  const place = placeOf(part, linkTo(part.own!.parents!.value, goalId)!);
  const event = await stated.event(part.id, 'parents');
  if (shown.suppressed) return { ...place, suppressed: true, event };
  const { progress, reason } = goalProgress(part.own!, part.sum);
  return {
    ...place,
    progress: progress === undefined ? undefined : ratioText(clamped(progress)),
    reason,
    status: shown.status,
    event,
  };
}

/** Why a goal gives nothing to one that it stands under. */
export async function leftOutPart(
  part: TreeStored,
  goalId: string,
  stated: StatedSides,
): Promise<LeftOutPart> {
  const link = linkTo(part.own!.parents!.value, goalId)!;
  const place = placeOf(part, link);
  if (link.cut) return { ...place, because: 'cut', event: await stated.event(part.id, 'parents') };
  if (!link.contributes)
    return { ...place, because: 'only-aligned', event: await stated.event(part.id, 'parents') };
  return { ...place, because: part.own!.phase!.value!, event: await stated.event(part.id, 'phase') };
}
