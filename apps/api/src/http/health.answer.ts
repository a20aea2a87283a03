export class HealthAnswer {
  status: 'up';
}

export class ReadinessAnswer {
  status: 'ready';

  /** Position of the last event; absent while there is none. */
  head?: string;
}
