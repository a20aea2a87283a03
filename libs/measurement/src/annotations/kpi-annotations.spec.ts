import { shown } from '@pm/kernel/testing';
import { annotated, annotationRetracted } from '../testing/measurement.examples.js';
import { kpiAnnotations, type KpiAnnotation } from './kpi-annotations.view.js';

const { given } = shown(kpiAnnotations);

describe('KPI annotations', () => {
  it('show the day, the text, and who said it when', () =>
    given(annotated('a', '2026-03-01', 'The form went online')).shows('a', {
      kpiId: 'churn',
      annotationId: 'a',
      at: '2026-03-01',
      text: 'The form went online',
      actor: 'ada',
      recordedAt: '2026-01-01T00:00:00.000Z',
    } as KpiAnnotation));

  it('keep one that was retracted, marked as such', () =>
    given(annotated('a', '2026-03-01', 'The form went online'), annotationRetracted('a')).shows('a', {
      text: 'The form went online',
      retracted: { actor: 'ada', recordedAt: '2026-01-01T00:00:00.000Z' } as KpiAnnotation['retracted'],
    }));
});
