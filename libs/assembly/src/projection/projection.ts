/** A view that cannot go on, and why. */
export interface FailingView {
  readonly view: string;
  readonly reason: string;
}

/** Whatever keeps the views in step with the log. */
export abstract class Projection {
  abstract start(): void;
  abstract stop(): Promise<void>;
  /** Empty while every view goes on. */
  abstract failing(): readonly FailingView[];
}
