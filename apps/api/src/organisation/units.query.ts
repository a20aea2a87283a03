import { TOP } from '@pm/kernel';
import { Length } from 'class-validator';
import { MomentPageQuery } from '../http/moment.query.js';

export class UnitsQuery extends MomentPageQuery {
  /** Id of the unit above; `top` for the organisation itself. */
  @Length(3, 36)
  parent: string = TOP;
}
