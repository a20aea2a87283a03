import type { FailingView } from '@pm/assembly';

/** Tells an operator which views begin to fail, and why, and which go on again; nothing twice. */
export class ViewNews {
  private told: readonly FailingView[] = [];

  constructor(private readonly say: (text: string) => void) {}

  tell(failing: readonly FailingView[]): void {
    const before = this.told;
    this.told = failing;
    for (const { view, reason } of missingIn(before, failing)) this.say(`${view}: ${reason}`);
    for (const { view } of missingIn(failing, before)) this.say(`${view}: well again`);
  }
}

const missingIn = (some: readonly FailingView[], others: readonly FailingView[]): FailingView[] =>
  others.filter(({ view }) => !some.some((one) => one.view === view));
