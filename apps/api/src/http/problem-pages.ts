import { operationsProblems } from '@pm/assembly';
import { identityProblems } from '@pm/identity';
import { intakeProblems } from '@pm/intake';
import { measureProblems, type ProblemPages } from '@pm/kernel';
import { measurementProblems } from '@pm/measurement';
import { notificationProblems } from '@pm/notifications';
import { organisationProblems } from '@pm/organisation';
import { planningProblems } from '@pm/planning';
import { webhookProblems } from '@pm/webhooks';
import { httpProblems } from './http.problems.js';
import type { ProblemPageAnswer, ProblemPagesAnswer } from './problem-page.answer.js';

/** By code, every problem of the product: each part writes about its own. */
export const PROBLEM_PAGES: ProblemPages = Object.fromEntries(
  [
    measureProblems,
    organisationProblems,
    planningProblems,
    measurementProblems,
    webhookProblems,
    notificationProblems,
    identityProblems,
    operationsProblems,
    intakeProblems,
    httpProblems,
  ]
    .flatMap((pages) => Object.entries(pages))
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

export const problemPage = ({ code, meaning, cause, cure }: ProblemPageAnswer): string =>
  html(
    code,
    `<p><strong>${escaped(meaning)}</strong></p>
<h2>Why</h2>
<p>${escaped(cause)}</p>
<h2>What to do</h2>
<p>${escaped(cure)}</p>
<p><a href="/problems">Every problem</a></p>`,
  );

export const listPage = ({ problems }: ProblemPagesAnswer): string =>
  html(
    'Problems',
    `<dl>
${problems.map(({ code, meaning }) => `<dt><a href="/problems/${code}">${code}</a></dt><dd>${escaped(meaning)}</dd>`).join('\n')}
</dl>`,
  );

const html = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Throughline</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; }
h1 { font-family: ui-monospace, monospace; }
h2 { font-size: 1rem; margin-bottom: 0; }
h2 + p { margin-top: 0; }
dt { font-family: ui-monospace, monospace; margin-top: 0.5rem; }
</style>
<h1>${title}</h1>
${body}
</html>
`;

/** Text within HTML; what stands in backquotes is code. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>');
