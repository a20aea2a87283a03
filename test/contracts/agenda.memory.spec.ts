import { MemoryAgenda } from '@pm/jobs/memory';
import { agendaContract } from './agenda.contract.js';

agendaContract('Memory', async () => ({ agenda: new MemoryAgenda(), close: async () => {} }));
