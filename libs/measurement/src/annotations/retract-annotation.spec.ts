import type { ActorId } from '@pm/kernel';
import { decision, saidBy } from '@pm/kernel/testing';
import { kpis } from '../kpis/kpi.state.js';
import { annotated, annotationRetracted, defined, kpiId } from '../testing/measurement.examples.js';
import { retractAnnotation, type RetractAnnotationFacts } from './retract-annotation.decide.js';

const { given } = decision(kpis, retractAnnotation);
const retraction = (change: Partial<RetractAnnotationFacts> = {}): RetractAnnotationFacts => ({
  kpiId,
  annotationId: 'a',
  actor: 'ada' as ActorId,
  reason: 'it was another form',
  mayCorrectOthers: false,
  ...change,
});
const byAda = saidBy('ada', annotated('a', '2026-03-01', 'The form went online'));

describe('Retract an annotation', () => {
  it('takes it back', () => given(defined(), byAda).when(retraction()).gives(annotationRetracted('a')));

  it('is refused without a reason', () =>
    given(defined(), byAda)
      .when(retraction({ reason: ' ' }))
      .refuses('reason-required'));

  it('is refused where it does not stand, so also the second time', () => {
    given(defined()).when(retraction()).refuses('annotation-unknown');
    given(defined(), byAda, annotationRetracted('a')).when(retraction()).refuses('annotation-unknown');
  });

  it('is refused to others than its author, unless they may correct what others said', () => {
    const bob = { actor: 'bob' as ActorId };
    given(defined(), byAda).when(retraction(bob)).refuses('not-the-author');
    given(defined(), byAda)
      .when(retraction({ ...bob, mayCorrectOthers: true }))
      .gives(annotationRetracted('a'));
  });
});
