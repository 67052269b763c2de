// How the pages in Cockpit ask the product's API, with the login that Cockpit has.

import { element, productRoot } from '../../../aftercare/dom.js';

const address = `${productRoot}/api/desk/operations`;

export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.errors?.[0]?.detail ?? problem?.detail ?? `The server answered ${status}.`);
    this.status = status;
  }
}

async function answer(response) {
  if (!response.ok) {
    throw new Refused(response.status, await response.json().catch(() => null));
  }
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

export async function get(path, parameters = {}, signal = undefined) {
  const known = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const query = known.length === 0 ? '' : `?${new URLSearchParams(known)}`;
  return answer(await fetch(`${address}/${path}${query}`, { headers: { Accept: 'application/json' }, signal }));
}

// A command has a key of its own: sent twice, it is carried out once.
export async function command(path, body) {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
  return answer(
    await fetch(`${address}/${path}`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body)
    })
  );
}

export function why(error) {
  if (error.status === 401) {
    return 'You are no longer logged in. Log in and open this page again.';
  }
  return error.status === 403 ? 'This page is for the group Operations.' : error.message;
}

export function failure(error, again) {
  const button = element('button', { type: 'button', class: 'btn btn-default' }, 'Try again');
  button.addEventListener('click', again);
  return element('div', { role: 'alert', class: 'aftercare-alert' }, element('p', {}, why(error)), button);
}
