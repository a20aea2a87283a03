import { decision } from '@pm/kernel/testing';
import { kpis } from '../kpis/kpi.state.js';
import { annotated, annotationRetracted, defined, kpiId, retired } from '../testing/measurement.examples.js';
import { annotateKpi, ANNOTATIONS_MAX } from './annotate-kpi.decide.js';

const { given } = decision(kpis, annotateKpi);
const annotation = (annotationId: string, at = '2026-03-01', text = 'The form went online') => ({
  kpiId,
  annotationId,
  at,
  text,
});

describe('Annotate a KPI', () => {
  it('keeps the day, the text and who said it', () =>
    given(defined())
      .when(annotation('a'))
      .gives(annotated('a', '2026-03-01', 'The form went online')));

  it('explains the past of a retired KPI too', () =>
    given(defined(), retired)
      .when(annotation('a'))
      .gives(annotated('a', '2026-03-01', 'The form went online')));

  it('takes several of one day', () =>
    given(defined(), annotated('a', '2026-03-01', 'The form went online'))
      .when(annotation('b'))
      .gives(annotated('b', '2026-03-01', 'The form went online')));

  it('records nothing for one that is there, or was', () => {
    const first = annotated('a', '2026-03-01', 'The form went online');
    given(defined(), first).when(annotation('a')).gives();
    given(defined(), first, annotationRetracted('a')).when(annotation('a')).gives();
  });

  it('refuses a KPI that does not exist', () => given().when(annotation('a')).refuses('kpi-unknown'));

  it.each(['2026-02-30', '2026-13-01', 'March', ''])('refuses what is no day: %j', (at) =>
    given(defined()).when(annotation('a', at)).refuses('day-unknown'),
  );

  it('refuses more than a list can show', () => {
    const many = Array.from({ length: ANNOTATIONS_MAX }, (_, index) =>
      annotated(`${index}`, '2026-03-01', 'x'),
    );
    given(defined(), ...many)
      .when(annotation('a'))
      .refuses('annotations-full');
  });
});
