import type { Agenda } from '@pm/jobs';
import { claiming } from './agenda.claiming.js';
import { putting } from './agenda.putting.js';
import { scheduling } from './agenda.scheduling.js';

/** Opens an agenda of its own, without anything in it. */
export type OpenAgenda = () => Promise<{ readonly agenda: Agenda; close(): Promise<void> }>;

/** What every agenda promises; each adapter runs it. */
export function agendaContract(name: string, open: OpenAgenda): void {
  describe(`${name} agenda`, () => {
    let opened: Awaited<ReturnType<OpenAgenda>>;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const agenda = () => opened.agenda;
    describe('putting', () => putting(agenda));
    describe('claiming', () => claiming(agenda));
    describe('scheduling', () => scheduling(agenda));
  });
}
