import { SmtpMail } from '@pm/notifications/nodemailer';
import { startMailServer } from '../support/mail-server.js';

const letter = {
  id: '0f0c4f9e-93d7-5c3e-8a39-000000000001',
  to: 'ada@example.org',
  subject: 'The terms of a goal wait for your acceptance.',
  text: 'Goal: potholes\n',
};

describe('A mail server', () => {
  let server: Awaited<ReturnType<typeof startMailServer>>;
  let mail: SmtpMail;
  beforeEach(async () => {
    server = await startMailServer();
    mail = new SmtpMail(server.url, 'goals@example.org');
  });
  afterEach(() => server.close());

  it('is handed a mail with all that it holds', async () => {
    await mail.send(letter);
    const [{ from, to, content }] = server.arrived as [(typeof server.arrived)[number]];
    expect([from, to]).toEqual(['<goals@example.org>', '<ada@example.org>']);
    expect(content).toContain(`Subject: ${letter.subject}`);
    expect(content).toContain('Goal: potholes');
    expect(content).toContain('Auto-Submitted: auto-generated');
  });

  it('can tell that a mail came before, by its Message-ID', async () => {
    await mail.send(letter);
    await mail.send(letter);
    const ids = server.arrived.map(({ content }) => /^Message-ID: (.*)$/im.exec(content)?.[1]);
    expect(ids).toEqual(Array(2).fill(`<${letter.id}@example.org>`));
  });

  it('that does not take a mail makes sending fail, and so does one that is not there; the failure repeats no address', async () => {
    server.refuse(1);
    await expect(mail.send(letter)).rejects.toThrow(/^EENVELOPE 451$/);
    expect(server.arrived).toEqual([]);
    const nowhere = new SmtpMail('smtp://127.0.0.1:1', 'goals@example.org');
    await expect(nowhere.send(letter)).rejects.toThrow(/^ESOCKET ECONNREFUSED$/);
  });
});
